import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, comparable, suite } from '../../support/suite';
import { READ_HEADERS, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getTimeline = (id: string, fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'getTimeline',
	incidentId: byId(id),
	...fields,
});
const get = (path: string, query: IDataObject = {}) => ({
	method: 'GET',
	path,
	query,
	headers: READ_HEADERS,
	body: undefined,
});

/** An incident that was triggered, acknowledged, annotated and resolved, each ten minutes after the other. */
function lived() {
	const incident = seeded(on, 'acknowledged');
	const start = Date.parse(incident.created_at);
	const at = (minutes: number) =>
		new Date(start + minutes * 60_000).toISOString().replace('.000', '');
	const [user] = on.sandbox.state('pagerDuty').users.values();
	const anna = {
		id: user.id,
		type: 'user_reference',
		summary: user.summary,
		self: user.self,
		html_url: user.html_url,
	};
	incident.acknowledgements = [{ at: at(10), acknowledger: anna }];
	on.sandbox
		.state('pagerDuty')
		.details.notes.set(incident.id, [
			{ id: 'PNOTE01', user: anna, content: 'Rollback\n# läuft 🚨', created_at: at(20) } as never,
		]);
	Object.assign(incident, { status: 'resolved', resolved_at: at(30), last_status_change_by: anna });
	const actor = { id: user.id, name: user.summary, type: 'user' };
	return { incident, at, actor };
}

describe('as items', () => {
	it('asks for the log with every filter and option', async () => {
		const { incident } = lived();
		const include = ['channels', 'incidents', 'services', 'teams'];
		await on.run(
			getTimeline(incident.id, {
				limit: 5,
				simplify: false,
				filters: {
					isOverview: false,
					since: '2026-01-01T00:00:00',
					until: '2199-01-01T00:00:00Z',
				},
				options: { include, timeZone: 'Europe/Paris' },
			}),
			{ timezone: 'Europe/Paris' },
		);
		expect(on.theRequest()).toEqual(
			get(`/incidents/${incident.id}/log_entries`, {
				since: '2025-12-31T23:00:00Z',
				until: '2199-01-01T00:00:00Z',
				is_overview: 'false',
				time_zone: 'Europe/Paris',
				'include[]': include,
				limit: '5',
				offset: '0',
			}),
		);
	});

	it('gives one record for each entry, newest first', async () => {
		const { incident, at, actor } = lived();
		const { items, hints } = await on.run(getTimeline(incident.id));
		expect(on.theRequest()).toEqual(
			get(`/incidents/${incident.id}/log_entries`, { limit: '50', offset: '0' }),
		);
		const record = (fields: IDataObject) => ({
			json: {
				provider: 'pagerduty',
				id: expect.stringMatching(/^R/),
				incidentId: incident.id,
				actor,
				...fields,
			},
			pairedItem: { item: 0 },
		});
		expect(items).toEqual([
			record({
				time: at(30),
				kind: 'resolved',
				text: 'Resolved',
				vendorKind: 'resolve_log_entry',
			}),
			record({
				time: at(20),
				kind: 'note',
				text: 'Rollback\n# läuft 🚨',
				vendorKind: 'annotate_log_entry',
			}),
			record({
				time: at(10),
				kind: 'acknowledged',
				text: `Acknowledged by ${actor.name}`,
				vendorKind: 'acknowledge_log_entry',
			}),
			record({
				id: incident.first_trigger_log_entry.id,
				time: at(0),
				actor: {
					id: incident.service.id,
					name: incident.service.summary,
					type: 'service',
				},
				kind: 'triggered',
				text: incident.first_trigger_log_entry.summary,
				vendorKind: 'trigger_log_entry',
			}),
		]);
		expect(hints).toEqual([]);
	});

	it("gives PagerDuty's own entries without Simplify", async () => {
		const { incident, at } = lived();
		const { items } = await on.run(getTimeline(incident.id, { simplify: false, limit: 2 }));
		expect(items).toHaveLength(2);
		expect(items[1].json).toMatchObject({
			type: 'annotate_log_entry',
			created_at: at(20),
			note: 'Rollback\n# läuft 🚨',
			channel: { type: 'note' },
			incident: { id: incident.id },
		});
	});

	it('takes the number of an incident', async () => {
		const { incident } = lived();
		const { items } = await on.run(getTimeline(String(incident.incident_number)));
		expect(items.map(({ json }) => json.incidentId)).toEqual(Array(4).fill(incident.id));
	});
});

describe('as Markdown', () => {
	it('is one document of the incident and its whole log, oldest first', async () => {
		const { incident, at, actor } = lived();
		const { items } = await on.run(getTimeline(incident.id, { output: 'markdown' }));
		expect(on.requests().map(comparable)).toEqual([
			get(`/incidents/${incident.id}/log_entries`, { limit: '100', offset: '0' }),
			get(`/incidents/${incident.id}`),
		]);
		expect(items).toEqual([
			{
				json: {
					provider: 'pagerduty',
					incidentId: incident.id,
					title: incident.title,
					markdown: [
						`# ${incident.incident_number} ${incident.title}`,
						'',
						'- Status: resolved',
						'- Severity: critical',
						`- Service: ${incident.service.summary}`,
						`- Assignees: ${incident.assignments.map(({ assignee }) => assignee.summary).join(', ')}`,
						`- Began: ${at(0)}`,
						`- Link: <${incident.html_url}>`,
						'',
						'## Timeline',
						'',
						`- ${at(0)} **triggered** by ${incident.service.summary}  `,
						`  ${incident.first_trigger_log_entry.summary}`,
						`- ${at(10)} **acknowledged** by ${actor.name}  `,
						`  Acknowledged by ${actor.name}`,
						`- ${at(20)} **note** by ${actor.name}  `,
						'  Rollback  ',
						'  \\# läuft 🚨',
						`- ${at(30)} **resolved** by ${actor.name}  `,
						'  Resolved',
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
	const { error } = await on.run(getTimeline('QNOTHERE0'));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "PagerDuty refused 'Get timeline of incident' (item 0): Not Found",
	});
});

it.each<[string, IDataObject, string]>([
	['no incident', { incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
	['a limit of 0', { limit: '={{ 0 }}' }, "'Limit' cannot be 0 (item 0)"],
	['another output', { output: '={{ "pdf" }}' }, `'Output' cannot be "pdf" (item 0)`],
	[
		'times the wrong way round',
		{ filters: { since: '2026-02-01T00:00:00Z', until: '2026-01-01T00:00:00Z' } },
		"'Created Before' lies before 'Created After' (item 0)",
	],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(getTimeline('QNOTHERE0', fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
