import { pagerDuty, paging } from '../../../nodes/PagerDuty/api/profile';
import { toIncidentRecord } from '../../../nodes/PagerDuty/api/record';
import type { Reply } from '../../../nodes/shared/wire/request';

const reply = (status: number, body: unknown, headers: Reply['headers'] = {}): Reply => ({
	status,
	headers,
	body,
});

describe('error bodies', () => {
	it.each([
		[
			'the usual one',
			{
				error: {
					message: 'Invalid Input Provided',
					code: 2001,
					errors: ['Title cannot be empty.'],
				},
			},
			{ text: 'Invalid Input Provided: Title cannot be empty.', code: '2001' },
		],
		[
			'errors as one text',
			{ error: { message: 'Bad', errors: 'One thing' } },
			{ text: 'Bad: One thing' },
		],
		['error as a list', { error: ['A', 'B'] }, { text: 'A; B' }],
		[
			'error as a text',
			{ error: 'account-level access token' },
			{ text: 'account-level access token' },
		],
		[
			'errors as a map',
			{ error: { message: 'Bad', errors: { name: ['is taken', 'is long'] } } },
			{ text: 'Bad: name: is taken, is long' },
		],
		[
			'a missing scope',
			{ error: { message: 'Token missing required scopes', required_scopes: 'incidents.write' } },
			{ text: 'Token missing required scopes: incidents.write' },
		],
		['the identity service', { error_description: 'Invalid scope' }, { text: 'Invalid scope' }],
		['nothing', undefined, { text: undefined }],
		['a list', [1], { text: undefined }],
	])('%s', (_, body, words) => expect(pagerDuty.readWords(reply(400, body))).toMatchObject(words));

	it.each([
		[2016, 'You must specify a user\'s email address in the "From" header', "Set 'From Email'"],
		[1028, 'Malformed "From" header', "Set 'From Email'"],
		[1008, 'Requester User Not Found', "No user of this PagerDuty account has the 'From Email'"],
		[2006, 'Authentication failed', 'EU accounts need the EU region'],
		[2014, 'Missing Account Ability', 'The plan of this PagerDuty account'],
		[1015, 'Nobody on call', 'Nobody is on call'],
		[2005, 'Bad date range', '6 months apart at most'],
	])('code %d has a next step', (code, message, hint) =>
		expect(pagerDuty.readWords(reply(400, { error: { message, code } })).hint).toContain(hint),
	);

	it('does not take code 2016 for a missing From when the text says something else', () =>
		expect(
			pagerDuty.readWords(reply(400, { error: { message: 'Request took too long', code: 2016 } }))
				.hint,
		).toBeUndefined());
});

it.each([
	[{ 'ratelimit-reset': '12' }, 12_000],
	[{ 'retry-after': '3' }, 3_000],
	[{}, undefined],
])('the wait in %j is %s ms', (headers, expected) =>
	expect(pagerDuty.readWait(reply(429, {}, headers), 0)).toBe(expected),
);

it.each([
	['us', 'https://api.pagerduty.com'],
	['eu', 'https://api.eu.pagerduty.com'],
	['custom', 'https://gateway.example/pd'],
])('region %s is %s', (region, expected) =>
	expect(
		pagerDuty.connect({ apiToken: 'abc', region, baseUrl: 'https://gateway.example/pd/' }).baseUrl,
	).toBe(expected),
);

describe('paging', () => {
	const first = paging.sized({ method: 'GET', path: '/incidents' }, 100);
	const page = (offset: number) => ({ ...first, query: { limit: 100, offset } });
	const more = reply(200, { more: true });

	it('counts the records received, not the ones asked for', () =>
		expect(paging.next(first, more, Array(40).fill({}))?.query).toEqual({
			limit: 100,
			offset: 40,
		}));

	it('never asks beyond 10,000', () => {
		expect(paging.next(page(9_850), more, Array(100).fill({}))?.query).toEqual({
			limit: 50,
			offset: 9_950,
		});
		expect(paging.next(page(9_900), more, Array(100).fill({}))).toBeUndefined();
	});

	it.each([{ more: false }, {}, undefined])('ends at %j', (body) =>
		expect(paging.next(first, reply(200, body), [{}])).toBeUndefined(),
	);
});

describe('the common record', () => {
	it.each([
		['triggered', 'high', 'triggered', 'critical'],
		['acknowledged', 'low', 'acknowledged', 'warning'],
		['resolved', undefined, 'resolved', null],
		['new-word', 'new', null, null],
	])('%s and %s is %s and %s', (status, urgency, common, severity) =>
		expect(toIncidentRecord({ id: 'P1', status, urgency })).toMatchObject({
			status: common,
			severity,
			vendorStatus: status,
		}),
	);

	it('has every key, also from an almost empty object', () =>
		expect(toIncidentRecord({ id: 'P1', priority: { summary: 'P2' } })).toEqual({
			provider: 'pagerduty',
			id: 'P1',
			number: null,
			title: null,
			status: null,
			severity: null,
			url: null,
			service: null,
			assignees: null,
			actor: null,
			createdAt: null,
			updatedAt: null,
			vendorStatus: null,
			vendorSeverity: 'P2',
		}));
});
