'use strict';

/** @typedef {import('../sandbox/index').FaultRule} FaultRule */

/** Where an answer can carry text, with the sentence in each of them. @param {string} words @returns {object} */
const everywhere = (words) => ({
	error: { message: words, code: 2020, errors: [words] },
	message: words,
	detail: words,
	error_description: words,
});

/** @param {string} words */
const page = (words) =>
	`<html><head><title>${words}</title></head><body><p>${words}</p></body></html>`;

/**
 * Every place in which a vendor, a proxy or a token service can repeat a secret.
 *
 * @param {string} echo the secret, as a careless vendor would repeat it
 * @returns {Record<string, FaultRule>}
 */
function faultPlaces(echo) {
	const words = `Not accepted: ${echo}`;
	const body = everywhere(words);
	const html = { body: page(words), contentType: 'text/html' };
	const json = 'application/json';
	return {
		'text of a 400': { status: 400, body },
		'text of a 401': { status: 401, body },
		'text of a 403': { status: 403, body },
		'text of a 404': { status: 404, body },
		'text of a 409': { status: 409, body },
		'error code': {
			status: 400,
			body: { type: echo, code: echo, error: { code: echo, message: 'No' }, message: 'No' },
		},
		'names of fields': {
			status: 400,
			body: {
				[echo]: ['is wrong'],
				errors: { [echo]: ['is wrong'] },
				field_name: echo,
				error: { message: 'No', errors: [`${echo} is wrong`] },
				message: 'No',
			},
		},
		'field errors in a list': {
			status: 422,
			body: { message: 'No', errors: [{ field: echo, message: words, defaultMessage: words }] },
		},
		'request ID in a header': {
			status: 400,
			headers: { 'x-request-id': echo, 'x-correlation-id': echo, 'x-amzn-requestid': echo },
			body: { message: 'No' },
		},
		'request ID in the body': {
			status: 400,
			body: { message: 'No', requestId: echo, request_id: echo, error: { message: 'No' } },
		},
		'WWW-Authenticate': {
			status: 401,
			headers: { 'www-authenticate': `Bearer realm="${echo.replaceAll('"', '')}"` },
			body: { detail: 'No' },
		},
		cookies: {
			status: 400,
			headers: { 'set-cookie': `session=${echo}; Path=/` },
			body: { message: 'No' },
		},
		'plain text': { status: 400, body: words, contentType: 'text/plain' },
		"a proxy's page, 403": { status: 403, ...html },
		"a proxy's page, 407": { status: 407, ...html },
		'JSON within JSON': { status: 400, body: everywhere(JSON.stringify({ error: words })) },
		'redirect location': {
			status: 302,
			headers: { location: `/elsewhere?token=${encodeURI(echo)}` },
			...html,
		},
		'redirect to another host': {
			status: 307,
			headers: { location: `http://127.0.0.1:9/${encodeURI(echo)}` },
			...html,
		},
		'Retry-After of a 503': { status: 503, headers: { 'retry-after': echo }, body },
		'text of a 500': { status: 500, body },
		'text of a 500, after the write': { status: 500, body, after: true },
		"a gateway's page, 502": { status: 502, ...html },
		'a page as a success': { status: 200, ...html },
		'junk as a success': { status: 200, body: { [echo]: words, incident: words, data: [words] } },
		'rows of a success': {
			status: 200,
			body: [{ id: words, title: words }],
		},
		'broken JSON': { status: 200, body: `{"incident": {"title": "${words}`, contentType: json },
		'cut after the write': { drop: 'after' },
		'half-sent': { truncate: true },
		// a longer wait than anybody takes, and the last, because it holds back what comes after it
		'text of a 429': { status: 429, headers: { 'retry-after': '600' }, body },
	};
}

module.exports = { faultPlaces };
