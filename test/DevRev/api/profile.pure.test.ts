import { beta, devRev, paging } from '../../../nodes/DevRev/api/profile';

const connect = (fields: object = {}) => devRev.connect({ accessToken: 'abcd', ...fields });
const headersOf = (path: string) => connect().finish({ method: 'POST', path, body: {} }).headers;

it.each([
	'/incidents.create',
	'/incidents.list',
	'/incidents.get',
	'/schemas.subtypes.list',
	'/link-types.custom.list',
	'/incidents.delete',
	'/incidents.update',
])('%s asks for the beta scope', (path) =>
	expect(headersOf(path)).toEqual({ Accept: 'application/json', 'X-Devrev-Scope': 'beta' }),
);

it.each([
	'/parts.list',
	'/stage-diagrams.list',
	'/schemas.aggregated.get',
	'/dev-users.list',
	'/timeline-entries.create',
	'/links.create',
])('%s does not', (path) => expect(headersOf(path)).toEqual({ Accept: 'application/json' }));

it('asks for the beta scope where a stable call has a field of the beta', () => {
	const request = beta({ method: 'POST', path: '/timeline-entries.list', headers: { Own: 'x' } });
	expect(connect().finish(request).headers).toEqual({
		Accept: 'application/json',
		Own: 'x',
		'X-Devrev-Scope': 'beta',
	});
});

it.each([
	[{ id: 'don:comment', object: 'don:incident' }, 'don:comment'],
	[{ object: 'don:incident', body: 'x' }, 'don:incident'],
	[{ source: 'don:incident', target: 'don:issue' }, 'don:incident'],
	[{ title: 'x' }, '/x.create'],
	[undefined, '/x.create'],
])('a write of %j is about %s', (body, name) =>
	expect(devRev.objectOf({ method: 'POST', path: '/x.create', body })).toBe(name),
);

it.each([
	[undefined, 'https://api.devrev.ai'],
	['', 'https://api.devrev.ai'],
	['https://api.devrev.ai/', 'https://api.devrev.ai'],
	[' https://gateway.example.com/devrev// ', 'https://gateway.example.com/devrev'],
])('base URL %j is %s', (baseUrl, expected) => expect(connect({ baseUrl }).baseUrl).toBe(expected));

it('hides the token without its scheme word', () =>
	expect(connect({ accessToken: ' Bearer eyJ.x.y ' }).secrets).toEqual(['eyJ.x.y']));

it.each([
	['', "'Access Token' in the credential is empty"],
	['two words', "'Access Token' in the credential is not one unbroken line"],
])('refuses the token %j', (accessToken, message) =>
	expect(() => connect({ accessToken })).toThrow(message),
);

describe('the wait that DevRev asks for', () => {
	const now = 1_000_000;
	const wait = (status: number, headers: { [name: string]: string }, body: unknown = {}) =>
		devRev.readWait({ status, headers, body }, now);

	it.each([
		['Retry-After', 429, { 'retry-after': '7' }, { retry_after: 9 }, 7_000],
		['retry_after in the body', 429, { 'x-ratelimit-reset': '1090' }, { retry_after: 9 }, 9_000],
		['the end of the window', 429, { 'x-ratelimit-reset': '1090' }, {}, 90_000],
		['a window that has ended', 429, { 'x-ratelimit-reset': '900' }, 'text', 0],
		['nothing', 429, {}, undefined, undefined],
		['Retry-After of a 503', 503, { 'retry-after': '0' }, {}, 0],
		['no window of a 503', 503, { 'x-ratelimit-reset': '1090' }, {}, undefined],
	])('%s', (_, status, headers, body, expected) =>
		expect(wait(status, headers as never, body)).toBe(expected),
	);
});

describe('paging', () => {
	const request = { method: 'POST' as const, path: '/incidents.list', body: { severity: [1] } };
	const next = (body: unknown) => paging.next(request, { status: 200, headers: {}, body }, [{}]);

	it('asks for a page size', () =>
		expect(paging.sized(request, 7).body).toEqual({ severity: [1], limit: 7 }));

	it('goes on from the cursor with the same filters', () =>
		expect(next({ next_cursor: 'c2', prev_cursor: 'c0' })?.body).toEqual({
			severity: [1],
			cursor: 'c2',
		}));

	it.each([{}, { next_cursor: '' }, { next_cursor: null }, { cursor: 'x' }, undefined])(
		'ends with %j',
		(body) => expect(next(body)).toBeUndefined(),
	);
});

it.each([
	[{ id: 'don:core:dvrv-eu-1:devo/aLp:incident/12' }, 'INC-12'],
	[{ id: 'INC-12' }, 'INC-12'],
	[{ object: 'don:core:dvrv-eu-1:devo/aLp:incident/12', body: 'x' }, 'INC-12'],
	[
		{ id: 'don:core:dvrv-eu-1:devo/aLp:incident/12:comment/3' },
		'don:core:dvrv-eu-1:devo/aLp:incident/12:comment/3',
	],
	[{ id: 'don:core:dvrv-eu-1:devo/aLp:issue/12' }, 'ISS-12'],
	[{ id: 'don:core:dvrv-eu-1:devo/aLp:ticket/12' }, 'TKT-12'],
	[{ id: 'don:core:dvrv-eu-1:devo/aLp:part/12' }, 'don:core:dvrv-eu-1:devo/aLp:part/12'],
	[{ title: 'x' }, '/incidents.create'],
])('a write with %j is about %s', (body, name) =>
	expect(devRev.objectOf({ method: 'POST', path: '/incidents.create', body })).toBe(name),
);
