import { devHelm } from '../../../nodes/DevHelm/api/profile';

const read = (status: number, body: unknown, headers = {}) =>
	devHelm.readWords({ status, body, headers });

/** The full shape. docs/facts/devhelm.md#error-bodies. */
const full = {
	status: 400,
	code: 'BAD_REQUEST',
	message: 'title must not be blank; must be a UUID',
	timestamp: 1_750_000_000_000,
	requestId: 'req-1',
	errors: [
		{ code: 'REQUIRED', field: '/title', message: 'title must not be blank' },
		{ code: 'INVALID_FORMAT', field: '/monitorId', message: 'must be a UUID' },
	],
};

describe('what a refusal says', () => {
	it.each<[string, number, unknown, string | undefined]>([
		[
			'entries alone where the message repeats them',
			400,
			full,
			'title must not be blank; monitorId: must be a UUID',
		],
		[
			'message and entries where both say something',
			400,
			{ ...full, message: 'Validation failed' },
			'Validation failed: title must not be blank; monitorId: must be a UUID',
		],
		['the message without entries', 404, { message: 'Monitor not found' }, 'Monitor not found'],
		['the message with entries null', 400, { message: 'No', errors: null }, 'No'],
		[
			'an entry for the whole request',
			400,
			{
				message: 'Invalid',
				errors: [{ code: 'X', field: null, message: 'too much at once' }, null],
			},
			'Invalid: too much at once',
		],
		[
			'an entry without a message',
			400,
			{ message: 'Invalid', errors: [{ code: 'REQUIRED', field: '/a/0/b' }] },
			'Invalid: a.0.b: REQUIRED',
		],
		['entries without a message beside them', 400, { errors: [{ message: 'no' }] }, 'no'],
		["a proxy's error text", 502, { error: 'Bad Gateway' }, 'Bad Gateway'],
		["a proxy's error object", 502, { error: { message: 'Upstream' } }, 'Upstream'],
		['nothing', 500, undefined, undefined],
		['an empty object', 500, {}, undefined],
		['a list', 500, ['x'], undefined],
		['null', 500, null, undefined],
		['a number as message', 500, { message: 42 }, '42'],
		['an object as message', 500, { message: {}, errors: 'x' }, undefined],
	])('%s', (_, status, body, text) => {
		expect(read(status, body).text).toBe(text);
	});

	it('is read whole', () => {
		expect(read(400, full)).toEqual({
			text: 'title must not be blank; monitorId: must be a UUID',
			code: 'BAD_REQUEST',
			hint: undefined,
			fields: ['/title', '/monitorId'],
			requestId: 'req-1',
		});
	});

	// The one in the head is read for all vendors at one place, and counts before this one.
	it('takes the request ID from the body', () => {
		expect(read(404, { message: 'No', requestId: 'req-2' }).requestId).toBe('req-2');
	});
});

describe('what to do next', () => {
	it.each<[number, string, RegExp | undefined]>([
		[401, 'Unauthorized', /Settings > API Keys/],
		[403, 'Forbidden', /'Organization ID' and 'Workspace ID'/],
		[404, 'Monitor not found', /^Choose another 'Monitor'/],
		[404, 'Incident not found', /^Check the ID/],
		[404, '', /^Check the ID/],
		[400, 'Monitor limit reached for your plan', /plan of this DevHelm account/],
		[400, 'The plan has a limit of 10 monitors', /plan of this DevHelm account/],
		[400, 'title must not be blank', undefined],
		[409, 'Conflict', undefined],
		[500, 'Monitor not found', undefined],
	])('%d %s', (status, message, hint) => {
		const words = read(status, { message });
		if (hint) expect(words.hint).toMatch(hint);
		else expect(words.hint).toBeUndefined();
	});
});

describe('the wait it asks for', () => {
	const now = 1_750_000_000_000;
	it.each<[number, { [name: string]: string }, number | undefined]>([
		[429, { 'retry-after': '7', 'x-ratelimit-reset': '1750000050' }, 7_000],
		[429, { 'retry-after': '0' }, 0],
		[429, { 'x-ratelimit-reset': '1750000030' }, 30_000],
		[429, { 'x-ratelimit-reset': '1749999990' }, undefined],
		[429, { 'x-ratelimit-reset': 'soon' }, undefined],
		[429, {}, undefined],
		[503, { 'retry-after': '2' }, 2_000],
		[503, { 'x-ratelimit-reset': '1750000030' }, undefined],
	])('%d %j', (status, headers, wait) => {
		expect(devHelm.readWait({ status, headers, body: undefined }, now)).toBe(wait);
	});
});
