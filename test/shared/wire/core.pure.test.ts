import { queryString } from '../../../nodes/shared/wire/query';
import type { ApiRequest, Paging, Reply } from '../../../nodes/shared/wire/request';
import { pages } from '../../../nodes/shared/wire/paging';
import { inOrder } from '../../../nodes/shared/ground/pool';
import { replyOrCode } from '../../../nodes/shared/wire/reply';
import {
	doubtOf,
	faultOf,
	faultOfCode,
	LIMITS,
	nextStep,
	pauseMs,
} from '../../../nodes/shared/wire/retry';
import { compact } from '../../../nodes/shared/ground/values';
import { baseUrl, retryAfter, tokenFrom } from '../../../nodes/shared/wire/vendor';

const reply = (status: number, headers: Reply['headers'] = {}, body?: unknown): Reply => ({
	status,
	headers,
	body,
});

describe('compact', () => {
	it('drops what is unset and keeps 0 and false', () =>
		expect(
			compact({ a: 0, b: false, c: '', d: null, e: undefined, f: [], g: {}, h: [0], i: { j: '' } }),
		).toEqual({ a: 0, b: false, h: [0], i: { j: '' } }));
});

describe('queryString', () => {
	it('repeats the keys of lists, drops what is unset, keeps 0 and false', () =>
		expect(queryString({ 'a[]': ['1', 'ü&'], b: 0, c: false, d: undefined, e: '', f: [] })).toBe(
			'?a%5B%5D=1&a%5B%5D=%C3%BC%26&b=0&c=false',
		));

	it('is nothing without values', () => expect(queryString({ a: undefined })).toBe(''));
});

describe('the retry table', () => {
	it.each([
		['read', 'notDone', 'retry'],
		['read', 'mayBeDone', 'retry'],
		['idempotent', 'notDone', 'retry'],
		['idempotent', 'mayBeDone', 'retry'],
		['keyed', 'notDone', 'retry'],
		['keyed', 'mayBeDone', 'retry'],
		['reconcilable', 'notDone', 'retry'],
		['reconcilable', 'mayBeDone', 'look'],
		['once', 'notDone', 'retry'],
		['once', 'mayBeDone', 'stop'],
	] as const)('%s, %s: %s', (kind, doubt, step) => expect(nextStep(kind, doubt)).toBe(step));

	it.each([
		[200, undefined],
		[204, undefined],
		[301, 'redirected'],
		[400, 'refused'],
		[401, 'refused'],
		[404, 'refused'],
		[408, 'failed'],
		[429, 'limited'],
		[500, 'failed'],
		[503, 'failed'],
	])('status %d is %s', (status, kind) => expect(faultOf({ status })).toBe(kind));

	it.each([
		['ECONNREFUSED', 'unreachable'],
		['ENOTFOUND', 'unreachable'],
		['EAI_AGAIN', 'unreachable'],
		['ECONNRESET', 'noReply'],
		['ECONNABORTED', 'noReply'],
		['ETIMEDOUT', 'noReply'],
		['ERR_BAD_RESPONSE', 'noReply'],
		['UNKNOWN', 'noReply'],
		['CERT_HAS_EXPIRED', 'blocked'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'blocked'],
		['ERR_CANCELED', 'cancelled'],
		['SIGN_IN_REFUSED', 'signIn'],
		['SIGN_IN_UNAVAILABLE', 'unreachable'],
	])('code %s is %s', (code, kind) => expect(faultOfCode(code)).toBe(kind));

	it.each([
		['limited', 'notDone'],
		['unreachable', 'notDone'],
		['failed', 'mayBeDone'],
		['noReply', 'mayBeDone'],
		['unreadable', 'mayBeDone'],
		['refused', undefined],
		['signIn', undefined],
		['blocked', undefined],
		['cancelled', undefined],
	] as const)('%s leaves %s', (kind, doubt) => expect(doubtOf({ kind })).toBe(doubt));

	it('a request that was on its way when the execution was stopped may be done', () =>
		expect(doubtOf({ kind: 'cancelled', sent: true })).toBe('mayBeDone'));
});

describe('pauses', () => {
	it("are the vendor's own where it names one", () => expect(pauseMs(3, 7_000, 0.5)).toBe(7_000));

	it.each([
		[1, 500],
		[2, 1_000],
		[3, 2_000],
		[20, LIMITS.maxDelayMs],
	])('after attempt %d are at most %d ms, with full jitter', (attempt, most) => {
		expect(pauseMs(attempt, undefined, 1)).toBe(most);
		expect(pauseMs(attempt, undefined, 0)).toBe(0);
	});

	it.each([
		['120', 120_000],
		['0', 0],
		['Sun, 22 Nov 2026 00:00:30 GMT', 30_000],
		['Sun, 22 Nov 2026 00:00:00 GMT', 0],
		['soon', undefined],
	])('Retry-After %s is %s ms', (value, expected) =>
		expect(retryAfter(reply(429, { 'retry-after': value }), Date.UTC(2026, 10, 22))).toBe(expected),
	);
});

describe('what the request helper gives', () => {
	it('is a reply with lower-case header names', () =>
		expect(
			replyOrCode({ full: { statusCode: 200, headers: { 'X-A': ['1', '2'] }, body: '' } }),
		).toEqual({ reply: { status: 200, headers: { 'x-a': '1, 2' }, body: undefined } }));

	it('is the reply inside a thrown 401', () => {
		const axios = { response: { status: 401, headers: { A: 'b' }, data: { detail: 'No' } } };
		expect(replyOrCode({ error: { httpCode: '401', cause: axios } })).toEqual({
			reply: { status: 401, headers: { a: 'b' }, body: { detail: 'No' } },
		});
	});

	it('is the reply of an older n8n, which keeps no headers', () =>
		expect(replyOrCode({ error: { httpCode: '401', context: { data: { a: 1 } } } })).toEqual({
			reply: { status: 401, headers: {}, body: { a: 1 } },
		}));

	it('is no reply when a success broke off', () => {
		const axios = { code: 'ERR_BAD_RESPONSE', message: 'aborted', response: { status: 200 } };
		expect(replyOrCode({ error: { httpCode: '200', message: 'x', cause: axios } })).toEqual({
			code: 'ERR_BAD_RESPONSE',
			text: 'aborted',
		});
	});

	it('is a code when there was no connection', () =>
		expect(
			replyOrCode({
				error: {
					message: 'wrapped',
					cause: { code: 'ENOTFOUND', config: {}, message: 'getaddrinfo' },
				},
			}),
		).toEqual({ code: 'ENOTFOUND', text: 'getaddrinfo' }));
});

describe('credentials', () => {
	it.each([
		['https://api.example.com/', 'https://api.example.com'],
		['https://api.example.com/v2//', 'https://api.example.com/v2'],
		['http://localhost:4101', 'http://localhost:4101'],
		['http://[::1]:4101/', 'http://[::1]:4101'],
		['', 'https://standard.example'],
	])('base URL %s is %s', (value, expected) =>
		expect(baseUrl(value, 'https://standard.example')).toBe(expected),
	);

	it.each([
		'nope',
		'ftp://a.example',
		'http://a.example',
		'https://a.example/?x=1',
		'https://u:p@a.example',
	])('base URL %s is refused', (value) =>
		expect(() => baseUrl(value, 'https://standard.example')).toThrow("'Base URL'"),
	);

	it.each([
		[' abc ', 'abc'],
		['Bearer abc', 'abc'],
		['Token token=abc', 'abc'],
	])('token %j is %s', (value, expected) => expect(tokenFrom(value, 'API Token')).toBe(expected));

	it.each(['', '  ', 'two words', 'a\nb', 'ümlaut', undefined])('token %j is refused', (value) =>
		expect(() => tokenFrom(value, 'API Token')).toThrow("'API Token' in the credential is"),
	);
});

describe('inOrder', () => {
	it('keeps the order and the width', async () => {
		let running = 0;
		let most = 0;
		const results = await inOrder(
			[5, 1, 4, 2, 3],
			2,
			async (number) => {
				most = Math.max(most, ++running);
				for (let turn = 0; turn < number; turn++) await Promise.resolve();
				running--;
				return number * 10;
			},
			() => false,
		);
		expect({ results, most }).toEqual({ results: [50, 10, 40, 20, 30], most: 2 });
	});

	it('starts nothing more after stop, and waits for what runs', async () => {
		const done: number[] = [];
		const results = await inOrder(
			[1, 2, 3],
			1,
			async (item) => done.push(item),
			() => done.length > 1,
		);
		expect({ done, results }).toEqual({ done: [1, 2], results: [1, 2, undefined] });
	});
});

describe('pages', () => {
	const paging: Paging = {
		maxPageSize: 2,
		sized: (request, size) => ({ ...request, query: { size, page: 0 } }),
		next: (request, { body }) =>
			body === 'last'
				? undefined
				: { ...request, query: { ...request.query, page: Number(request.query?.page) + 1 } },
	};
	const first: ApiRequest = { method: 'GET', path: '/things' };
	const read = async (
		answers: Array<{ rows: number; body?: string }>,
		more: Partial<Paging> = {},
	) => {
		const asked: Array<ApiRequest['query']> = [];
		const told: string[] = [];
		let total = 0;
		for await (const page of pages({
			first,
			paging: { ...paging, ...more },
			wanted: Infinity,
			rows: () => Array(answers[asked.length - 1].rows).fill({}),
			fetch: async ({ query }) => {
				asked.push(query);
				return reply(200, {}, answers[asked.length - 1].body);
			},
			onCeiling: (advice) => told.push(advice),
		})) {
			total += page.length;
		}
		return { total, requests: asked.length, asked, told };
	};

	it('end at the last page', async () =>
		expect(await read([{ rows: 2 }, { rows: 1, body: 'last' }])).toMatchObject({
			total: 3,
			requests: 2,
			asked: [
				{ size: 2, page: 0 },
				{ size: 2, page: 1 },
			],
		}));

	it('end at an empty page', async () =>
		expect(await read([{ rows: 2 }, { rows: 0 }])).toMatchObject({ total: 2, requests: 2 }));

	it('end when a vendor sends us round in a circle', async () =>
		expect(await read([{ rows: 2 }, { rows: 2 }], { next: (request) => request })).toMatchObject({
			total: 2,
			requests: 1,
		}));

	it('tell of a ceiling that hides more', async () =>
		expect(
			await read([{ rows: 2 }, { rows: 2, body: 'last' }], {
				ceiling: { rows: 4, reached: () => true, advice: 'Split it' },
			}),
		).toMatchObject({ told: ['Split it'] }));
});
