import { searchList } from '../../support/lookup';
import type { FaultRule } from '../../sandbox';
import { anotherSandbox } from '../../support/anotherSandbox';
import { suite } from '../../support/suite';
import { VENDORS } from '../../support/vendorCases';

/** Stands for an address of somebody else's. */
const elsewhere = anotherSandbox();

const STATUSES = [301, 302, 303, 307, 308];

describe.each(VENDORS.map((one) => [one.name, one] as const))('%s', (name, one) => {
	const on = suite(one.vendor, one.credential, one.node);
	const redirect = (path: string, status: number, Location: string): FaultRule => ({
		path,
		status,
		headers: { Location },
		body: '',
		times: Infinity,
	});
	const sent = (path: string) => on.requests().filter((request) => request.path === path);

	it.each(STATUSES)('a create that is answered %i is not sent on', async (status) => {
		const before = one.count(on);
		const to = `${elsewhere.url(one.vendor)}${one.createPath}?token=S3cret`;
		on.sandbox.fault(one.vendor, { method: 'POST', ...redirect(one.createPath, status, to) });
		const { error, items } = await on.run(one.create(on));
		expect(items).toEqual([]);
		expect(error?.message).toContain(`${elsewhere.url(one.vendor)}${one.createPath}`);
		expect(error?.description).toContain('Nothing was done');
		expect(JSON.stringify(error)).not.toContain('S3cret');
		expect(sent(one.createPath)).toHaveLength(1);
		expect(elsewhere.requests()).toEqual([]);
		expect(one.count(on)).toBe(before);
	});

	it('a create in a loop of redirects is sent once', async () => {
		on.sandbox.fault(one.vendor, {
			method: 'POST',
			...redirect(one.createPath, 308, `${one.createPath}?again=1`),
		});
		const { error } = await on.run(one.create(on));
		expect(error?.message).toContain(`${name} sent 'Create`);
		expect(sent(one.createPath)).toHaveLength(1);
	});

	it('a list is followed within the address of the base URL, and not out of it', async () => {
		const same = redirect(one.listPath, 307, one.listPath);
		on.sandbox.fault(one.vendor, { ...same, times: 1 });
		expect((await on.run(one.list)).error?.description ?? '').not.toContain('redirect');
		expect(sent(one.listPath)).toHaveLength(2);
		on.sandbox.clearRequests();
		on.sandbox.fault(
			one.vendor,
			redirect(one.listPath, 307, `${elsewhere.url(one.vendor)}${one.listPath}`),
		);
		const { error } = await on.run(one.list);
		expect(error?.message).toContain(`${elsewhere.url(one.vendor)}${one.listPath}`);
		expect(sent(one.listPath)).toHaveLength(1);
		expect(elsewhere.requests()).toEqual([]);
	});

	it('a list in a loop of redirects ends', async () => {
		on.sandbox.fault(one.vendor, redirect(one.listPath, 307, one.listPath));
		const { error } = await on.run(one.list);
		expect(error?.message).toContain(`${name} sent '`);
		expect(sent(one.listPath)).toHaveLength(4);
	});

	it.each([
		{ method: 'GET', path: '.evil.example/' },
		{ method: 'POST', path: one.createPath, body: { title: 'From outside' } },
		{ method: 'GET', path: `@127.0.0.1:1${one.searchPath}` },
	])('a page token of the editor cannot say what is sent: %j', async (request) => {
		const before = one.count(on);
		const call = { node: one.node, credentials: on.credentials({}) };
		const first = await searchList(call, one.search);
		const token = JSON.stringify(request);
		expect(await searchList(call, one.search, undefined, token)).toEqual(first);
		for (const { method, path } of on.requests()) {
			expect(['/o/token/', one.searchPath]).toContain(path);
			expect(`${method} ${path}`).not.toBe(`POST ${one.createPath}`);
		}
		expect(one.count(on)).toBe(before);
	});
});
