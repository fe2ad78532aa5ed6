'use strict';

/** @typedef {import('../sandbox/index').FaultRule} FaultRule */

/**
 * Every way in which a vendor can fail, with the secrets in the answer wherever an answer has a body.
 *
 * @param {string} echo the secrets, as a careless vendor would repeat them
 * @returns {Record<string, FaultRule>}
 */
function faultKinds(echo) {
	const words = `Not accepted: ${echo}`;
	const body = {
		error: { message: words, code: 2020, errors: [words] },
		message: words,
		detail: words,
		error_description: words,
	};
	const html = `<html><body><h1>Bad gateway</h1><p>${words}</p></body></html>`;
	const wait = { 'retry-after': '1', 'ratelimit-reset': '1' };
	return {
		'429 storm': { status: 429, headers: wait, body },
		400: { status: 400, body },
		401: { status: 401, body },
		403: { status: 403, body },
		404: { status: 404, body },
		500: { status: 500, body },
		'500 after the write': { status: 500, body, after: true },
		'502 as HTML': { status: 502, body: html, contentType: 'text/html' },
		'200 as HTML': { status: 200, body: html, contentType: 'text/html' },
		'malformed JSON': {
			status: 200,
			body: `{"incident": {"title": "${words}`,
			contentType: 'application/json',
		},
		redirect: { status: 302, headers: { location: `/elsewhere?token=${echo}` }, body: html },
		'cut before the write': { drop: 'before' },
		'cut after the write': { drop: 'after' },
		'half-sent': { truncate: true },
	};
}

module.exports = { faultKinds };
