import { bleemeo, paging } from '../../../nodes/Bleemeo/api/profile';
import type { Reply } from '../../../nodes/shared/wire/request';

const reply = (status: number, body: unknown, headers: Reply['headers'] = {}): Reply => ({
	status,
	headers,
	body,
});

describe('the words of an answer', () => {
	const shapes: Array<[string, number, unknown, string | undefined, string | undefined, string[]]> =
		[
			[
				'the token endpoint',
				400,
				{ error: 'invalid_grant', error_description: 'Wrong.' },
				'Wrong.',
				'invalid_grant',
				[],
			],
			['an error word', 401, { error: 'invalid_client' }, 'invalid_client', 'invalid_client', []],
			['a detail', 404, { detail: 'Not found.' }, 'Not found.', undefined, []],
			[
				'a detail with messages',
				401,
				{
					detail: 'Given token not valid',
					code: 'token_not_valid',
					messages: [{ message: 'Expired' }],
				},
				'Given token not valid: Expired',
				'token_not_valid',
				[],
			],
			[
				'fields',
				400,
				{ title: ['Required.'], agent: ['Invalid pk.', 'Gone.'] },
				'title: Required.; agent: Invalid pk., Gone.',
				undefined,
				['title', 'agent'],
			],
			[
				'no field',
				400,
				{ non_field_errors: ['Not together.'] },
				'Not together.',
				undefined,
				['non_field_errors'],
			],
			[
				'a bare list',
				400,
				['Quota exceeded.', 'Really.'],
				'Quota exceeded.; Really.',
				undefined,
				[],
			],
			[
				'rows of fields',
				400,
				[{}, { title: ['Required.'] }],
				'title: Required.',
				undefined,
				['title'],
			],
			[
				'nested fields',
				400,
				{ tags: [{ name: ['Too long.'] }] },
				'tags: name: Too long.',
				undefined,
				['tags'],
			],
			['nothing', 500, undefined, undefined, undefined, []],
			['null', 500, null, undefined, undefined, []],
			['a number', 500, 7, undefined, undefined, []],
			['an empty object', 400, {}, undefined, undefined, []],
			['an empty list', 400, [], undefined, undefined, []],
			['empty words', 400, { detail: '', title: [] }, undefined, undefined, ['title']],
		];

	it.each(shapes)('%s', (_, status, body, text, code, fields) => {
		expect(bleemeo.readWords(reply(status, body))).toMatchObject({ text, code, fields });
	});

	it.each([
		[401, 'paste a new one'],
		[403, 'manager group'],
		[404, "'Account ID'"],
	])('come with a next step for %s', (status, hint) => {
		expect(bleemeo.readWords(reply(status, {})).hint).toContain(hint);
	});
});

describe('the wait', () => {
	const now = Date.parse('2026-04-15T12:00:00Z');

	it.each([
		[429, { 'retry-after': '7' }, 7_000],
		[429, { 'retry-after': '0' }, 0],
		[429, { 'retry-after': 'Wed, 15 Apr 2026 12:00:05 GMT' }, 5_000],
		[429, { 'retry-after': 'soon' }, 30_000],
		[429, {}, 30_000],
		[503, { 'retry-after': '2' }, 2_000],
		[503, {}, undefined],
	])('of %p with %p is %p', (status, headers, wait) => {
		expect(bleemeo.readWait(reply(status, {}, headers as Reply['headers']), now)).toBe(wait);
	});
});

describe('the base URL', () => {
	const token = { authentication: 'accessToken', accessToken: 'any-token' };

	it.each([
		[undefined, 'https://api.bleemeo.com'],
		['', 'https://api.bleemeo.com'],
		['https://api.bleemeo.com', 'https://api.bleemeo.com'],
		['https://api.bleemeo.com/', 'https://api.bleemeo.com'],
		['https://api.bleemeo.com/v1', 'https://api.bleemeo.com'],
		['https://api.bleemeo.com/v1/', 'https://api.bleemeo.com'],
		['https://gate.example/bleemeo/v1/', 'https://gate.example/bleemeo'],
		['https://gate.example/v12', 'https://gate.example/v12'],
	])('%p becomes %p', (typed, base) => {
		expect(bleemeo.connect({ ...token, baseUrl: typed }).baseUrl).toBe(base);
	});

	it('comes with all that must never be shown', () => {
		expect(bleemeo.connect(token)).toMatchObject({ secrets: ['any-token'], renewsToken: false });
		const user = {
			email: 'a@example.com',
			password: 'one',
			clientSecret: 'two',
			sessionToken: 'three',
		};
		expect(bleemeo.connect(user)).toMatchObject({
			secrets: ['one', 'two', 'three'],
			renewsToken: true,
		});
	});
});

describe('the next page', () => {
	const request = {
		method: 'GET' as const,
		path: '/v1/event/',
		query: { agent: undefined, ordering: '-created_at', page_size: 500 },
	};
	const next = (link: unknown) => paging.next(request, reply(200, { next: link }), []);

	it.each([
		['https://api.bleemeo.com/v1/event/?page=2&page_size=500'],
		['https://elsewhere.example:8443/gate/v1/event/?page=2&page_size=500'],
		['/v1/event/?page=2&page_size=500#top'],
	])('of %s stays at the base URL', (link) => {
		expect(next(link)).toEqual({ ...request, query: { page: '2', page_size: '500' } });
	});

	it('keeps repeated keys', () => {
		expect(next('https://x/?type=a&type=b&type=c&page=2')?.query).toEqual({
			type: ['a', 'b', 'c'],
			page: '2',
		});
	});

	it.each([
		undefined,
		null,
		'',
		7,
		'https://api.bleemeo.com/v1/event/',
		'https://api.bleemeo.com/v1/event/?page_size=500&ordering=-created_at',
	])('of %p is none', (link) => {
		expect(next(link)).toBeUndefined();
	});

	it('is over with a 404 after the first, and only then', () => {
		const page = (number?: number) => ({ ...request, query: { page: number } });
		expect(paging.endsOn?.(404, page(2))).toBe(true);
		expect(paging.endsOn?.(404, page(1))).toBe(false);
		expect(paging.endsOn?.(404, page())).toBe(false);
		expect(paging.endsOn?.(500, page(2))).toBe(false);
		expect(paging.endsOn?.(undefined, page(2))).toBe(false);
	});
});
