import type { IDataObject } from 'n8n-workflow';

import { linkIn } from '../support/waiting';
import { byId } from '../support/locators';
import { VENDOR_FILES } from '../support/vendorFile';
import { askingHost, visit } from './asking';
import { QUICK_MINUTES } from './quick';
import { until } from './rest-session';

/** "Page and Wait for Answer" in a real n8n; what takes longer is in `npm run test:wait`. */
const [vendor] = VENDOR_FILES.filter(({ life }) => life.acknowledges);

const on = askingHost(vendor, QUICK_MINUTES);

beforeAll(async () => await on.open(), 600_000);
afterAll(async () => await on.close(), 60_000);

const APPROVE = { decision: 'approve' };
const AGENTS = [
	'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
	'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5',
	'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
	'',
];

describe('an answer', () => {
	it('is given on a page, which previews only look at', async () => {
		const { execution, link } = await on.ask();
		for (const agent of AGENTS) {
			const { status, text, headers } = await visit(link, undefined, agent);
			expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
			expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
			expect(text).toContain('May I restart');
		}
		await fetch(link, { method: 'HEAD' });
		expect(await on.status(execution)).toBe('waiting');

		const taken = await visit(link, { ...APPROVE, text: 'Go on', name: 'Anna' });
		expect(taken.status).toBe(200);
		expect(taken.text).toContain('Approved: “Approve” was taken');
		expect(taken.headers.get('x-frame-options')).toBe('DENY');
		const { status, nodes, waited } = await on.ended(execution);
		expect(status).toBe('success');
		expect(waited).toMatchObject({
			data: { outcome: 'answered', approved: true, text: 'Go on', by: 'Anna', via: 'link' },
			incident: { status: 'triggered' },
			question: { until: null },
		});
		expect(nodes.After.items).toEqual([[expect.objectContaining({ json: waited })]]);
		expect(nodes.Split.items[0].map(({ json }) => json as IDataObject)).toEqual([
			{ host: 'checkout-1' },
		]);

		// Used once more: n8n itself says that nothing is left to do.
		const again = await visit(link, { decision: 'decline' });
		expect(again.text).not.toContain('was taken');
		expect((await on.ended(execution)).waited).toEqual(waited);
	});

	it('may be a no, or a text', async () => {
		const [first, second] = [
			await on.ask(),
			await on.ask({ parameters: { responseType: 'freeText' } }),
		];
		await visit(first.link, { decision: 'decline', text: 'Not now' });
		await visit(second.link, { text: 'The second one' });
		expect((await on.ended(first.execution)).waited.data).toMatchObject({
			approved: false,
			text: 'Not now',
			chatInput: 'Not now',
		});
		expect((await on.ended(second.execution)).waited.data).toMatchObject({
			approved: null,
			text: 'The second one',
		});
	});

	it('counts once of three that come together', async () => {
		const { execution, link } = await on.ask();
		const answers = await Promise.all(
			['approve', 'decline', 'approve'].map(async (decision) => await visit(link, { decision })),
		);
		const taken = answers.filter(({ text }) => text.includes('was taken'));
		expect(taken).toHaveLength(1);
		const { waited, status } = await on.ended(execution);
		expect(status).toBe('success');
		expect(taken[0].text).toContain(waited.data.approved ? 'Approved: ' : 'Declined: ');
	});

	it('is taken, noted and closes the incident', async () => {
		const { execution, link } = await on.ask({
			parameters: { options: { addNote: true, closeOnAnswer: true } },
		});
		const { waited } = await visit(link, APPROVE).then(async () => await on.ended(execution));
		const { field, resource } = vendor.get;
		const get = { resource, operation: 'get', [field]: byId(String(waited.incident.id)) };
		await until('it is closed', async () => {
			const { status } = await on.does(get);
			return status === 'resolved' || undefined;
		});
		const writes = on.sandbox.requests(vendor.vendor).map(({ body }) => JSON.stringify(body));
		expect(writes.filter((body) => body?.includes('Approved (Approve) by link'))).toHaveLength(1);
	});
});

describe('a link that is not the one', () => {
	it('decides nothing: another signature, execution, node or parameter', async () => {
		const [one, other] = [await on.ask(), await on.ask()];
		const changed = (change: (url: URL) => void) => {
			const url = new URL(one.link);
			change(url);
			return String(url);
		};
		const links = [
			changed((url) => url.searchParams.set('signature', '0'.repeat(64))),
			changed((url) => url.searchParams.delete('signature')),
			changed((url) => {
				url.pathname = url.pathname.replace(`/${one.execution}/`, `/${other.execution}/`);
			}),
			changed((url) => {
				url.pathname = url.pathname.replace(/[^/]+$/, crypto.randomUUID());
			}),
			changed((url) => url.searchParams.set('key', '0'.repeat(32))),
			changed((url) => url.searchParams.set('approved', 'true')),
		];
		for (const link of links) {
			const { status, text } = await visit(link, APPROVE);
			expect([link, status >= 400]).toEqual([link, true]);
			expect(text).not.toContain('was taken');
		}
		expect(await on.status(one.execution)).toBe('waiting');
		expect(await on.status(other.execution)).toBe('waiting');
	});

	it('is of an earlier round of a loop: 410, and the round goes on', async () => {
		const { execution, link } = await on.ask({
			items: [{ host: 'a' }, { host: 'b' }],
			isLoop: true,
			parameters: { message: '=May I restart {{ $json.host }}?' },
		});
		const before = on.texts().length;
		expect((await visit(link, APPROVE)).status).toBe(200);
		await until('the second round asks', async () => on.texts().length > before || undefined);
		await on.waits(execution);
		const second = linkIn(on.texts().slice(-1)[0]);
		expect(new URL(second).searchParams.get('key')).not.toBe(new URL(link).searchParams.get('key'));
		expect((await visit(link, APPROVE)).status).toBe(410);
		expect((await visit(link)).status).toBe(410);
		expect(await on.status(execution)).toBe('waiting');
		expect((await visit(second, { decision: 'decline' })).status).toBe(200);
		const { status, nodes } = await on.ended(execution);
		expect(status).toBe('success');
		const answers = nodes.Ask.runs.map(({ items }) => items[0][0].json as IDataObject);
		expect(answers.map(({ data }) => (data as IDataObject).approved)).toEqual([true, false]);
		expect(answers.map(({ question }) => (question as IDataObject).message)).toEqual([
			'May I restart a?',
			'May I restart b?',
		]);
	});
});

it('goes on through the error output of a node that has one', async () => {
	const { execution, link } = await on.ask({ node: { onError: 'continueErrorOutput' } });
	await visit(link, APPROVE);
	const { status, nodes } = await on.ended(execution);
	expect(status).toBe('success');
	expect(nodes.Ask.items.map((items) => items.length)).toEqual([1, 0]);
});

it.each([undefined, 'continueErrorOutput'])(
	'goes on when the time is up, with the same keys (on error: %s)',
	async (onError) => {
		const { execution, link } = await on.ask({
			node: { onError },
			parameters: { options: { limitWaitTime: { values: { amount: 1, unit: 'minutes' } } } },
		});
		const { status, waited, nodes } = await on.ended(execution);
		expect(status).toBe('success');
		expect(waited).toMatchObject({ data: { outcome: 'timedOut', approved: null, via: null } });
		expect(Object.keys(waited)).toEqual(['data', 'incident', 'question']);
		expect(nodes.After.items).toEqual([[expect.objectContaining({ json: waited })]]);
		expect(nodes.Split.items[0].map(({ json }) => json as IDataObject)).toEqual([
			{ host: 'checkout-1' },
		]);
		expect((await visit(link, APPROVE)).text).not.toContain('was taken');
	},
	90_000,
);

it('decides nothing once the execution was stopped', async () => {
	const { execution, link } = await on.ask();
	await on.rest.rest('POST', `/executions/${execution}/stop`, {});
	await until(
		'it is stopped',
		async () => (await on.status(execution)) === 'canceled' || undefined,
	);
	expect((await visit(link, APPROVE)).text).not.toContain('was taken');
	expect(await on.status(execution)).toBe('canceled');
});

it('is answered while the vendor is down, but what the vendor has to say waits', async () => {
	const { execution, link } = await on.ask({ parameters: { continueWhen: 'resolved' } });
	on.sandbox.fault(vendor.vendor, { status: 503, body: '', times: 999 });
	try {
		const told = await visit(link, { look: '1' });
		expect(told.status).toBe(503);
		expect(await on.status(execution)).toBe('waiting');
		expect((await visit(link, APPROVE)).status).toBe(200);
	} finally {
		on.sandbox.clearFaults();
	}
	const { waited } = await on.ended(execution);
	expect(waited.data).toMatchObject({ outcome: 'answered', approved: true });
});

it('asks nobody for several items at once', async () => {
	const before = on.texts().length;
	await expect(on.ask({ items: [{}, {}] })).rejects.toThrow('It is error');
	expect(on.texts()).toHaveLength(before);
});

describe('what happens at the vendor', () => {
	const { field, resource } = vendor.get;
	it('ends the wait once it is told of, and only when it counts', async () => {
		const { execution, link } = await on.ask({ parameters: { continueWhen: 'resolved' } });
		const [id] = [...vendor.create.stored(on.sandbox)].slice(-1).map((one) => one.id);
		expect(await on.tell(id)).toMatchObject({ continued: false, reason: 'stillWaiting' });
		expect(await on.status(execution)).toBe('waiting');
		await on.does({ resource, operation: 'resolve', [field]: byId(id) });
		expect(await on.tell(id)).toMatchObject({ continued: true, reason: 'continued' });
		const { waited, status } = await on.ended(execution);
		expect(status).toBe('success');
		expect(waited).toMatchObject({
			data: { outcome: 'resolved', approved: null, via: 'vendor' },
			incident: { id, status: 'resolved' },
		});
		expect(await on.tell(id)).toMatchObject({ continued: false, reason: 'notWaiting' });
		expect((await visit(link, APPROVE)).text).not.toContain('was taken');
	});

	it('is told to no other n8n, whatever address stands in the incident', async () => {
		const { execution, link } = await on.ask({ parameters: { continueWhen: 'resolved' } });
		const foreign = new URL(link);
		foreign.hostname = 'localhost';
		const { operation, fields, text } = vendor.create;
		const { id } = await on.does({
			operation,
			...fields(on.sandbox),
			additionalFields: { [text]: `See ${String(foreign)}` },
		});
		await on.does({ resource, operation: 'resolve', [field]: byId(String(id)) });
		expect(await on.tell(String(id))).toMatchObject({ continued: false, reason: 'noQuestion' });
		expect(await on.status(execution)).toBe('waiting');
	});
});
