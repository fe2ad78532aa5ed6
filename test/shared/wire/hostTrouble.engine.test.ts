import { LIMITS } from '../../../nodes/shared/wire/retry';
import { TestCredentials } from '../../support/credentials';
import { searchList } from '../../support/lookup';
import { suite } from '../../support/suite';
import { VENDORS } from '../../support/vendorCases';

const usual = { ...LIMITS };
afterEach(() => {
	Object.assign(LIMITS, usual);
	jest.restoreAllMocks();
});

/** What n8n's database layer throws, as it was seen or as its drivers are written. */
const TROUBLES: Array<[string, { [field: string]: unknown }]> = [
	[
		'the server shuts down',
		{
			name: 'QueryFailedError',
			code: '57P01',
			message: 'terminating connection due to administrator command',
		},
	],
	['the server starts up', { code: '57P03', message: 'the database system is starting up' }],
	[
		'no connection',
		{ code: 'ECONNREFUSED', syscall: 'connect', message: 'connect ECONNREFUSED 10.0.0.5:5432' },
	],
	['a connection that broke', { message: 'Connection terminated unexpectedly' }],
	['a pool that is used up', { message: 'timeout exceeded when trying to connect' }],
	[
		'a busy SQLite',
		{
			code: 'SQLITE_BUSY',
			name: 'QueryFailedError',
			driverError: {},
			message: 'SQLITE_BUSY: database is locked',
		},
	],
];

/** The credential cannot be read from the call `from` on, so many times. */
function breakDatabase(fields: object, from: number, times: number): void {
	const works = TestCredentials.prototype.getDecrypted;
	let call = 0;
	jest.spyOn(TestCredentials.prototype, 'getDecrypted').mockImplementation(async function (
		this: TestCredentials,
		...given
	) {
		call += 1;
		if (call < from || call >= from + times) return await works.apply(this, given);
		throw Object.assign(new Error('x'), fields);
	});
}

describe.each(VENDORS.map((one) => [one.name, one] as const))('%s', (name, one) => {
	const on = suite(one.vendor, one.credential, one.node);
	const creates = () =>
		on.requests().filter(({ method, path }) => method === 'POST' && path === one.createPath);
	beforeEach(() => Object.assign(LIMITS, { firstDelayMs: 5, maxDelayMs: 5 }));

	it.each(TROUBLES)('for a moment, before anything is sent: %s', async (_, fields) => {
		breakDatabase(fields, 1, 2);
		const before = one.count(on);
		const { error, items } = await on.run(one.create(on));
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(one.count(on)).toBe(before + 1);
	});

	it.each(TROUBLES)('for a moment, inside the request: %s', async (_, fields) => {
		breakDatabase(fields, 2, 2);
		const before = one.count(on);
		const { error, items } = await on.run(one.create(on));
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(creates()).toHaveLength(1);
		expect(one.count(on)).toBe(before + 1);
	});

	it.each([
		['before anything is sent', 1],
		['inside the request', 2],
	])('for longer than four attempts, as a restart takes, %s: one is created', async (_, from) => {
		breakDatabase(TROUBLES[2][1], from, LIMITS.attempts + 3);
		const before = one.count(on);
		const { error, items } = await on.run(one.create(on));
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(creates()).toHaveLength(1);
		expect(one.count(on)).toBe(before + 1);
	});

	it.each(TROUBLES)(
		'for good: nothing was sent, and the database is named: %s',
		async (_, fields) => {
			for (const from of [1, 2]) {
				breakDatabase(fields, from, Infinity);
				const { error } = await on.run(one.create(on));
				jest.restoreAllMocks();
				expect(error?.message).toContain("n8n's own database did not answer");
				expect(error?.description).toContain(`Nothing was sent to ${name}`);
				expect(error?.description).not.toContain('unknown');
			}
			expect(creates()).toEqual([]);
		},
	);

	it('a list search names it, too', async () => {
		breakDatabase(TROUBLES[0][1], 1, Infinity);
		const call = { node: one.node, credentials: on.credentials({}) };
		await expect(searchList(call, one.search)).rejects.toThrow("n8n's own database");
	});

	it('a vendor that refuses the connection is no trouble of the database', async () => {
		const { error } = await on.run(one.create(on), {
			credentials: on.credentials({ baseUrl: 'http://127.0.0.1:1', region: 'custom' }),
		});
		expect(error?.message).not.toContain('database');
	});
});

describe.each(VENDORS.map((one) => [one.name, one] as const))(
	'%s, which n8n may not ask',
	(name, one) => {
		const on = suite(one.vendor, one.credential, one.node);

		it("a domain that the credential does not allow: nothing was sent, and it is no one's doubt", async () => {
			const rules = { allowedHttpRequestDomains: 'domains', allowedDomains: 'example.com' };

			const works = TestCredentials.prototype.getDecrypted;
			jest.spyOn(TestCredentials.prototype, 'getDecrypted').mockImplementation(async function (
				this: TestCredentials,
				...given
			) {
				return { ...(await works.apply(this, given)), ...rules };
			});
			const { error } = await on.run(one.create(on), { credentials: on.credentials(rules) });
			expect(error?.message).toContain(`This n8n did not let 'Create`);
			expect(error?.message).toContain(`through to ${name}`);
			expect(error?.description).not.toContain('unknown');
		});
	},
);
