import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { trigger } from '../event/events';
import { byId, suite } from '../../support/suite';

const WORDS = ['null', 'undefined', 'None', 'NaN', 'nil', '[object Object]', ' NULL '];
const texts = (hints: Array<{ message: string }>) => hints.map(({ message }) => message);
const noKey = (label: string, items: string) =>
	`'${label}' was a program's word for nothing, such as "null": it counted as no key (${items})`;

describe('keys that are words for nothing', () => {
	const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());
	const service = () => byId([...on.sandbox.state('pagerDuty').services.keys()][0]);
	const create = (additionalFields: IDataObject) => ({
		resource: 'incident',
		operation: 'create',
		title: 'One',
		serviceId: service(),
		additionalFields,
	});

	it.each(WORDS)('two alerts of the dedup key "%s" stay two', async (dedupKey) => {
		const items = [{}, {}, {}];
		const {
			error,
			hints,
			items: out,
		} = await on.run(trigger({ additionalFields: { dedupKey } }), {
			items,
			credentials: {
				...on.credentials({}),
				pagerDutyEventsApi: on.sandbox.credentials.pagerDutyEventsApi,
			},
		});
		expect(error).toBeUndefined();
		const keys = on.requests().map(({ body }) => (body as IDataObject).dedup_key);
		expect(new Set(keys).size).toBe(3);
		expect(keys).toEqual(Array(3).fill(expect.stringMatching(/^[0-9a-f]{32}$/)));
		expect(out).toHaveLength(3);
		expect(texts(hints)).toEqual([noKey('Dedup Key', 'items 0, 1, 2, counted from 0')]);
	});

	it('two incidents of the key "undefined" stay two, with one notice', async () => {
		const items = [{}, { key: 'undefined' }, { key: 'undefined' }];
		const { error, hints } = await on.run(create({ incidentKey: '={{ $json.key }}' }), { items });
		expect(error).toBeUndefined();
		const keys = on
			.requests()
			.map(({ body }) => ((body as IDataObject).incident as IDataObject).incident_key);
		expect(new Set(keys).size).toBe(3);
		expect(texts(hints)).toEqual([noKey('Incident Key', 'items 1, 2, counted from 0')]);
	});

	it.each(['acknowledge', 'resolve'])('%s refuses such a key', async (operation) => {
		const fields = { resource: 'event', operation, dedupKey: '={{ "undefined" }}' };
		const { error } = await on.run(fields, {
			credentials: { pagerDutyEventsApi: on.sandbox.credentials.pagerDutyEventsApi },
		});
		expect(error?.message).toBe(
			`'Dedup Key' is "undefined", a program's word for nothing (item 0)`,
		);
		expect(on.requests()).toEqual([]);
	});

	it('a filter by such a key is refused', async () => {
		const filters = { incidentKey: 'null' };
		const { error } = await on.run({ resource: 'incident', operation: 'getAll', filters });
		expect(error?.message).toBe(`'Incident Key' is "null", a program's word for nothing (item 0)`);
		expect(on.requests()).toEqual([]);
	});
});

describe('characters are counted as people count them, and none is cut', () => {
	const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());
	const events = () => ({
		credentials: { pagerDutyEventsApi: on.sandbox.credentials.pagerDutyEventsApi },
	});
	const sent = () => on.theRequest().body as IDataObject;
	const summary = () => (sent().payload as IDataObject).summary;

	it('a summary of 600 emoji is short enough', async () => {
		const { hints } = await on.run(trigger({ summary: '🚨'.repeat(600) }), events());
		expect(summary()).toBe('🚨'.repeat(600));
		expect(hints).toEqual([]);
	});

	it('a summary of 1,025 emoji is cut to 1,024 characters', async () => {
		await on.run(trigger({ summary: '🚨'.repeat(1025) }), events());
		expect(summary()).toBe(`${'🚨'.repeat(1023)}…`);
	});

	it('a dedup key of 200 emoji is short enough, one of 256 is not', async () => {
		const key = (dedupKey: string) => trigger({ additionalFields: { dedupKey } });
		await on.run(key('🚨'.repeat(200)), events());
		expect(sent().dedup_key).toBe('🚨'.repeat(200));
		const { error } = await on.run(key('🚨'.repeat(256)), events());
		expect(error?.message).toBe(
			"'Dedup Key' has 256 characters, and PagerDuty takes 255 at most (item 0)",
		);
		expect(on.requests()).toHaveLength(1);
	});

	it('a title of 70,000 characters goes out, cut, with all of it in the details', async () => {
		const title = '🚨'.repeat(70_000);
		const { error, hints } = await on.run({
			resource: 'incident',
			operation: 'create',
			title,
			serviceId: byId([...on.sandbox.state('pagerDuty').services.keys()][0]),
			additionalFields: { body: 'Since noon' },
		});
		expect(error).toBeUndefined();
		const incident = sent().incident as IDataObject;
		expect(incident.title).toBe(`${'🚨'.repeat(1023)}…`);
		expect((incident.body as IDataObject).details).toBe(`${title}\n\nSince noon`);
		expect(texts(hints)).toEqual([expect.stringContaining("'Title' was longer than 1,024")]);
	});

	it('an incident key of 1,000 characters is refused before any request', async () => {
		const { error } = await on.run({
			resource: 'incident',
			operation: 'create',
			title: 'One',
			serviceId: byId([...on.sandbox.state('pagerDuty').services.keys()][0]),
			additionalFields: { incidentKey: 'k'.repeat(1000) },
		});
		expect(error?.message).toBe(
			"'Incident Key' has 1,000 characters, and PagerDuty takes 255 at most (item 0)",
		);
		expect(on.requests()).toEqual([]);
	});
});
