import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { comparable, suite } from '../../support/suite';
import {
	firing,
	GENERIC_FIRING,
	groupOf,
	over,
	SHOWN,
	SHOWN_OVER,
	UNKNOWN,
} from '../../shared/alerts/group';
import { HEADERS, hintsOf, recordOf, stageId } from '../incidents';

const on = suite('devRev', 'devRevApi', new DevRev());

const send = (fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'sendFromAlert',
	...fields,
});

const run = async (alerts: IDataObject[], fields: IDataObject = {}) => {
	on.sandbox.clearRequests();
	return await on.run(send(fields), { items: [groupOf(...alerts)] });
};

const KEY = SHOWN.key;
const withKey = (key = KEY) =>
	[...on.sandbox.state('devRev').incidents.values()].filter(
		({ sync_metadata }) => sync_metadata?.external_reference === key,
	);
const sent = () => on.requests().map(comparable);
const actions = ({ items }: Awaited<ReturnType<typeof run>>) =>
	items.map(({ json }) => json.action);
const post = (path: string, body: IDataObject) => ({
	method: 'POST',
	path,
	query: {},
	headers: HEADERS,
	body,
});

const lookUp = post('/incidents.list', {
	sync_metadata: { external_reference: [KEY] },
	sort_by: ['created_date:desc'],
	limit: 100,
});

const BODY = `The error rate has been above 5 % for ten minutes.

From Alertmanager  
Source: checkout-3.shop.example:9100  
Service: checkout  
Severity: critical  
Started: 2026-03-02T02:41:07.318Z  
Runbook: <https://wiki.shop.example/runbooks/checkout>  
Prometheus: <https://prometheus.shop.example/graph?g0.expr=rate>  
Alertmanager: <https://alertmanager.shop.example>  
Labels: alertname=CheckoutErrors, instance=checkout-3.shop.example:9100, job=checkout, severity=critical`;

const created = {
	title: SHOWN.title,
	body: BODY,
	severity: 1,
	identified_date: SHOWN.startedAt,
	sync_metadata: { external_reference: KEY, origin_system: 'Alertmanager' },
};

it('opens an incident for what fires', async () => {
	const { items } = await run([firing()]);
	expect(sent()).toEqual([lookUp, post('/incidents.create', created)]);
	const [{ id }] = withKey();
	expect(items).toEqual([
		{
			json: { action: 'created', alert: SHOWN, incident: recordOf(on, id) },
			pairedItem: { item: 0 },
		},
	]);
});

it('carries the further fields of Create, whose severity and date win', async () => {
	await run([firing()], {
		additionalFields: {
			severity: '4',
			identifiedDate: '2026-04-15T12:00:00Z',
			extraFields: '{ "new_field": 0 }',
		},
	});
	expect(sent()[1].body).toEqual({
		...created,
		severity: 4,
		identified_date: '2026-04-15T12:00:00Z',
		new_field: 0,
	});
});

it('opens one without a severity where the organization has others', async () => {
	const { items, hints, error } = await run(
		[firing()].map((one) => one),
		{},
	);
	expect(error).toBeUndefined();
	expect(items).toHaveLength(1);
	expect(hints).toEqual([]);
	on.sandbox.fault('devRev', {
		path: '/incidents.create',
		status: 400,
		body: {
			message: 'severity is none of the allowed values',
			type: 'invalid_enum_value',
			field_name: 'severity',
			value: 1,
			allowed_values: [7],
		},
	});
	const result = await run([firing({ fingerprint: 'other' })]);
	expect(
		sent()
			.slice(1)
			.map(({ body }) => body),
	).toEqual([
		expect.objectContaining({ severity: 1 }),
		expect.not.objectContaining({ severity: 1 }),
	]);
	expect(actions(result)).toEqual(['created']);
	expect(hintsOf(result)).toEqual([
		"This DevRev organization has other severities than DevRev ships: some incidents were opened without one. Choose a 'Severity' under 'Additional Fields'.",
	]);
});

it('shows hostile texts as they are, and takes a template as it is written', async () => {
	const text = '<img src=x onerror=alert(1)> [click](https://x.example)';
	await run([firing({ annotations: { summary: text, description: text } })]);
	await run([firing({ fingerprint: 'two', annotations: { description: text } })], {
		options: { textTemplate: '**{labels.job}**' },
	});
	const [one, two] = [KEY, 'alertmanager:two'].map((key) => withKey(key)[0]);
	expect(one.title).toBe(text);
	expect(one.body).toMatch(/^\\<img src=x onerror=alert\(1\)\\> \\\[click\\\]\(<https/);
	expect(two.body).toBe('**checkout**');
});

it('leaves what is open as it is when the alert says the same again', async () => {
	await run([firing()]);
	const { items } = await run([firing()]);
	expect(sent()).toEqual([lookUp]);
	expect(items[0].json).toEqual({
		action: 'unchanged',
		alert: SHOWN,
		incident: recordOf(on, withKey()[0].id),
	});
});

describe('when the alert has another title or severity', () => {
	const worse = () => firing({ labels: { severity: 'warning' }, annotations: { summary: 'Down' } });

	it('corrects what is open', async () => {
		await run([firing()]);
		const [{ id }] = withKey();
		const result = await run([worse()]);
		expect(sent()).toEqual([lookUp, post('/incidents.update', { id, title: 'Down', severity: 3 })]);
		expect(result.items[0].json).toMatchObject({ action: 'updated', incident: recordOf(on, id) });
	});

	it('leaves it where that is wanted', async () => {
		await run([firing()]);
		const result = await run([worse()], { options: { whenFiringAgain: 'leave' } });
		expect(actions(result)).toEqual(['unchanged']);
		expect(sent()).toEqual([lookUp]);
	});
});

describe('what is over', () => {
	it('resolves what it opened, and nothing else', async () => {
		await run([firing(), firing({ fingerprint: 'other' })]);
		const [{ id }] = withKey();
		const { items } = await run([over()]);
		const updates = sent().filter(({ path }) => path === '/incidents.update');
		expect(updates).toEqual([
			post('/incidents.update', {
				id,
				stage: {
					stage: stageId(on, 'resolved'),
					notes: 'Alertmanager says that it is over since 2026-03-02T03:05:22Z',
				},
			}),
		]);
		expect(items).toEqual([
			{
				json: { action: 'resolved', alert: SHOWN_OVER, incident: recordOf(on, id) },
				pairedItem: { item: 0 },
			},
		]);
		expect(recordOf(on, withKey('alertmanager:other')[0].id).status).toBe('triggered');
	});

	it('is success with a notice where nothing is open', async () => {
		await run([firing()]);
		await run([over()]);
		const { items, hints } = await run([over()]);
		expect(sent()).toEqual([lookUp]);
		expect(items[0].json).toEqual({ action: 'none', alert: SHOWN_OVER, incident: null });
		expect(hints).toHaveLength(1);
	});
});

it('goes from firing to over and again in one message, in that order', async () => {
	expect(actions(await run([firing(), over(), firing(), firing()]))).toEqual([
		'created',
		'resolved',
		'created',
		'unchanged',
	]);
	expect(withKey()).toHaveLength(2);
});

it('takes an alert of any other tool that says no more than what is wrong', async () => {
	const { items } = await on.run(send(GENERIC_FIRING));
	expect(items[0].json).toEqual({
		action: 'created',
		alert: UNKNOWN,
		incident: recordOf(on, withKey(UNKNOWN.key)[0].id),
	});
});

it("gives DevRev's own incident without Simplify", async () => {
	const { items } = await run([firing()], { simplify: false });
	expect(items[0].json.incident).toMatchObject({
		sync_metadata: { external_reference: KEY, origin_system: 'Alertmanager' },
	});
});
