import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest, Paging, Reply } from '../../../nodes/shared/wire/request';
import { requestAt, tokenOf } from '../../../nodes/shared/wire/cursor';
import { byCursor, byLink, pages, unpaged } from '../../../nodes/shared/wire/paging';

/** A list that gives these pages in turn, with a cursor that is new each time; the last ones for ever. */
async function read(given: IDataObject[][], circle = 1, most = 40) {
	let asked = 0;
	let repeats: number | undefined;
	const paging: Paging = {
		maxPageSize: 10,
		sized: (request) => request,
		next: (request) => ({ ...request, query: { cursor: asked } }),
	};
	const list = pages({
		first: { method: 'GET', path: '/' },
		paging,
		wanted: Infinity,
		fetch: async (): Promise<Reply> => {
			if (asked >= most) throw new TypeError('the list does not end');
			const last = given.length - circle + ((asked - given.length + circle) % circle);
			const body = given[asked < given.length ? asked : last];
			asked += 1;
			return await Promise.resolve({ status: 200, headers: {}, body });
		},
		rows: ({ body }) => body as IDataObject[],
		onRepeat: (rows) => (repeats = rows),
	});
	for await (const page of list) expect(page).toBeDefined();
	return { asked, repeats };
}

const rows = (...ids: number[]) => ids.map((id) => ({ id }));

it('a list that repeats its last page ends, and says after how many', async () => {
	expect(await read([rows(1, 2), rows(3, 4)])).toEqual({ asked: 4, repeats: 4 });
});

it('a circle of pages ends', async () => {
	expect(await read([rows(1, 2), rows(3, 4), rows(5)], 3)).toEqual({ asked: 5, repeats: 5 });
});

it('one page without anything new is honest: as many entries were added in front', async () => {
	expect(await read([rows(1, 2), rows(2, 1), rows(3, 4), []])).toEqual({ asked: 4 });
});

it('a list without IDs is compared page by page', async () => {
	const page = (text: string) => [{ text }, { text: 'same' }];
	expect(await read([page('a'), page('b')])).toEqual({ asked: 4, repeats: 4 });
	expect(await read([page('a'), page('b'), page('c'), []])).toEqual({ asked: 4 });
});

describe('the token of a list search', () => {
	const request: ApiRequest = { method: 'GET', path: '/users', query: { offset: 0, limit: 100 } };
	const paging: Paging = {
		maxPageSize: 100,
		sized: (one) => one,
		next: () => undefined,
		cursor: { in: 'query', name: 'offset' },
	};
	const byCursor: Paging = { ...paging, cursor: { in: 'body', name: 'cursor' } };

	it('is the place of the next page, and nothing else', () => {
		const next = { ...request, query: { offset: 100, limit: 100 } };
		expect(tokenOf(next, paging)).toBe('100');
		expect(requestAt(request, paging, '100')).toEqual(next);
		const read: ApiRequest = { method: 'POST', path: '/parts.list', body: { limit: 100 } };
		expect(requestAt(read, byCursor, 'eyJ=')).toEqual({
			...read,
			body: { limit: 100, cursor: 'eyJ=' },
		});
	});

	it.each([
		'',
		undefined,
		null,
		{},
		['100'],
		'-1',
		'1e9',
		'99999999999',
		'0x10',
		'100&limit=1',
		'100 ',
		'{"method":"POST"}',
		'x'.repeat(5_000),
	])('says nothing when it is none: %j', (token) => {
		expect(requestAt(request, paging, token)).toBeUndefined();
	});

	it.each(['a b', 'a\nb', '"', '{', 'x'.repeat(2_001), {}])(
		'is one bounded word where the vendor has cursors: %j',
		(token) => expect(requestAt(request, byCursor, token)).toBeUndefined(),
	);

	it('is not taken where a list has no pages', () => {
		expect(requestAt(request, { ...paging, cursor: undefined }, '100')).toBeUndefined();
	});
});

describe('a link to the next page', () => {
	const paging = byLink(
		250,
		{ size: 'per_page', place: 'page' },
		({ body }) => (body as { pagination: IDataObject }).pagination.next,
	);
	const first = paging.sized(
		{ method: 'GET', path: '/api/v3/incidents', query: { from: 'x' } },
		50,
	);
	const next = (link: unknown) =>
		paging.next(first, { status: 200, headers: {}, body: { pagination: { next: link } } }, [{}]);
	const second = { ...first, query: { from: 'x', per_page: '50', page: '2', 'tag[]': ['a', 'b'] } };

	it('has its query sent to where the list is', () => {
		expect(first.query).toEqual({ from: 'x', per_page: 50 });
		const query = '?from=x&per_page=50&page=2&tag[]=a&tag[]=b';
		expect(next(`https://api.example.com/api/v3/incidents${query}`)).toEqual(second);
		expect(next(`/api/v3/incidents${query}#more`)).toEqual(second);
		expect(tokenOf(second, paging)).toBe('2');
	});

	it.each([
		'https://elsewhere.example.com/api/v3/incidents',
		'https://api.example.com/api/v3/users',
		'http://api.example.com@elsewhere.example.com/',
		'//elsewhere.example.com/api/v3/incidents',
		'file:///etc/passwd',
	])('is never followed to another host or path: %s', (address) => {
		const query = '?from=x&per_page=50&page=2&tag[]=a&tag[]=b';
		expect(next(address + query)).toEqual(second);
	});

	it.each([
		null,
		undefined,
		'',
		7,
		{},
		'https://api.example.com/api/v3/incidents',
		'?',
		'#?page=2',
	])('that leads nowhere ends the list: %j', (link) => {
		expect(next(link)).toBeUndefined();
	});

	it('to the page that was just read ends the list', () => {
		expect(next('https://api.example.com/api/v3/incidents?per_page=50&from=x')).toBeUndefined();
	});
});

it('a cursor goes into the body, by the name that the answer has for the next one', () => {
	const paging = byCursor(100, 'next_cursor');
	const first = paging.sized({ method: 'POST', path: '/parts.list', body: { type: ['a'] } }, 100);
	expect(first.body).toEqual({ type: ['a'], limit: 100 });
	const next = (body: unknown) => paging.next(first, { status: 200, headers: {}, body }, []);
	expect(next({ next_cursor: 'b', cursor: 'c' })).toEqual({
		...first,
		body: { type: ['a'], limit: 100, cursor: 'b' },
	});
	for (const body of [{ next_cursor: '' }, { cursor: 'c' }, undefined]) {
		expect(next(body)).toBeUndefined();
	}
});

it('a list that comes whole is asked for as it is, once', () => {
	const request: ApiRequest = { method: 'GET', path: '/notes' };
	expect(unpaged.sized(request, 50)).toBe(request);
	expect(unpaged.next(request, { status: 200, headers: {}, body: [] }, [{}])).toBeUndefined();
});
