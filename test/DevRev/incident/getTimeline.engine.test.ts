import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { addChange } from '../../sandbox/devrev/timeline/changes';
import { byId, comparable, suite } from '../../support/suite';
import { actorOf, HEADERS, recordOf, seeded } from '../incidents';
import { write } from '../timeline';

const on = suite('devRev', 'devRevApi', new DevRev());

const getTimeline = (id: string, fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'getTimeline',
	incidentId: byId(id),
	...fields,
});
const asked = (body: IDataObject = {}, path = '/timeline-entries.list') => ({
	method: 'POST',
	path,
	query: {},
	headers: HEADERS,
	body,
});

/** An incident with a comment that was acknowledged, then resolved; a minute between its entries. */
async function lived() {
	const incident = seeded(on, 'triage');
	const store = on.sandbox.state('devRev');
	await write(on, incident.id, ['Rollback\n# läuft 🚨']);
	const move = (operation: string) =>
		on.run({ resource: 'incident', operation, incidentId: byId(incident.id) });
	await move('acknowledge');
	await move('resolve');
	const timeline = store.timelines.entries.get(incident.id) ?? [];
	const start = Date.parse(incident.created_date);
	timeline.forEach((entry, index) => {
		entry.created_date = new Date(start + index * 60_000).toISOString();
	});
	on.sandbox.clearRequests();
	return { incident, timeline };
}

describe('as items', () => {
	it('gives one record for each entry, newest first', async () => {
		const { incident, timeline } = await lived();
		const [created, comment, acknowledged, resolved] = timeline;
		const { items, hints } = await on.run(getTimeline(incident.display_id));
		expect(on.theRequest()).toEqual(asked({ object: incident.display_id, limit: 100 }));
		const entry = (of: (typeof timeline)[number], fields: IDataObject) => ({
			json: {
				provider: 'devrev',
				id: of.id,
				incidentId: incident.id,
				time: of.created_date,
				actor: actorOf(of.created_by),
				...fields,
			},
			pairedItem: { item: 0 },
		});
		expect(items).toEqual([
			entry(resolved, {
				kind: 'resolved',
				text: 'stage: acknowledged to resolved',
				vendorKind: 'timeline_change_event.updated',
			}),
			entry(acknowledged, {
				kind: 'acknowledged',
				text: 'stage: triage to acknowledged',
				vendorKind: 'timeline_change_event.updated',
			}),
			entry(comment, {
				kind: 'note',
				text: 'Rollback\n# läuft 🚨',
				vendorKind: 'timeline_comment',
			}),
			entry(created, {
				kind: 'triggered',
				text: null,
				vendorKind: 'timeline_change_event.created',
			}),
		]);
		expect(hints).toEqual([]);
	});

	it('sends every filter', async () => {
		const { incident } = await lived();
		const { items } = await on.run(
			getTimeline(incident.display_id, {
				limit: 1,
				filters: {
					collections: ['discussions'],
					labels: 'runbook, automatic',
					visibilities: ['internal', 'external'],
				},
			}),
		);
		expect(on.theRequest().body).toEqual({
			object: incident.display_id,
			collections: ['discussions'],
			labels: ['runbook', 'automatic'],
			visibility: ['internal', 'external'],
			limit: 100,
		});
		expect(items).toEqual([]);
	});

	it('gives the newest up to the limit, though DevRev begins with the oldest', async () => {
		const { incident, timeline } = await lived();
		const [user] = on.sandbox.state('devRev').devUsers.values();
		const start = Date.parse(incident.created_date);
		for (let count = timeline.length; count < 130; count += 1) {
			const link = { link_type: 'is_related_to' };
			addChange(
				on.sandbox.state('devRev'),
				user,
				incident,
				{ type: 'annotated', link },
				start + count * 60_000,
			);
		}
		const { items } = await on.run(getTimeline(incident.display_id, { limit: 2 }));
		expect(on.requests()).toHaveLength(2);
		expect(items.map(({ json }) => json.id)).toEqual(
			timeline
				.slice(-2)
				.reverse()
				.map(({ id }) => id),
		);
	});

	it("gives DevRev's own entries without Simplify", async () => {
		const { incident, timeline } = await lived();
		const { items } = await on.run(getTimeline(incident.display_id, { simplify: false }));
		expect(items).toHaveLength(4);
		expect(items[0].json).toMatchObject({
			id: timeline[3].id,
			type: 'timeline_change_event',
			event: {
				type: 'updated',
				updated: {
					field_deltas: [
						{
							name: 'stage',
							old_value: { type: 'stage', name: 'acknowledged' },
							new_value: { type: 'stage', name: 'resolved' },
						},
					],
				},
			},
		});
	});
});

describe('as Markdown', () => {
	it('is one document of the incident and its timeline, oldest first', async () => {
		const { incident, timeline } = await lived();
		const record = recordOf(on, incident.id);
		const { items } = await on.run(getTimeline(incident.display_id, { output: 'markdown' }));
		expect(on.requests().map(comparable)).toEqual([
			asked({ object: incident.display_id, limit: 100 }),
			asked({ id: incident.display_id }, '/incidents.get'),
		]);
		const times = timeline.map(({ created_date }) => created_date);
		const who = timeline.map(({ created_by }) => created_by.full_name);
		expect(items).toEqual([
			{
				json: {
					provider: 'devrev',
					incidentId: incident.id,
					title: incident.title,
					markdown: [
						`# ${incident.display_id} ${incident.title}`,
						'',
						'- Status: resolved',
						`- Severity: ${String(record.severity)}`,
						`- Assignees: ${incident.owned_by.map(({ full_name }) => full_name).join(', ')}`,
						`- Began: ${incident.created_date}`,
						'',
						'## Timeline',
						'',
						`- ${times[0]} **triggered** by ${who[0]}`,
						`- ${times[1]} **note** by ${who[1]}  `,
						'  Rollback  ',
						'  \\# läuft 🚨',
						`- ${times[2]} **acknowledged** by ${who[2]}  `,
						'  stage: triage to acknowledged',
						`- ${times[3]} **resolved** by ${who[3]}  `,
						'  stage: acknowledged to resolved',
						'',
					].join('\n'),
					entries: 4,
					counts: {
						triggered: 1,
						acknowledged: 1,
						resolved: 1,
						reopened: 0,
						escalated: 0,
						assigned: 0,
						note: 1,
						statusUpdate: 0,
						notification: 0,
						change: 0,
						other: 0,
					},
				},
				pairedItem: { item: 0 },
			},
		]);
	});
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(getTimeline('INC-9999'));
	expect(error).toMatchObject({ httpCode: '404' });
	expect(error?.message).toMatch(/^DevRev refused 'Get timeline of incident' \(item 0\): /);
});

it.each<[string, IDataObject, string]>([
	['no incident', { incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
	['a limit of 0', { limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
	[
		'an empty filter',
		{ filters: { labels: '={{ "" }}' } },
		"'Labels' is a filter without a value (item 0)",
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(getTimeline('INC-9999', fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
