import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM } from '../incidents';
import { NOW, firstPage, ofPost, saying } from '../statusPages';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const addUpdate = (fields = {}) => ({
	resource: 'statusPagePost',
	operation: 'addUpdate',
	...ofPost(on),
	...saying(on),
	...fields,
});
const updates = () => firstPage(on).incident.updates;
const sent = () => on.requests().filter(({ method }) => method === 'POST');

it('carries every field', async () => {
	const { id, incident, page, status, severity, impact, component } = firstPage(on);
	const { error } = await on.run(
		addUpdate({
			message: '<p>Störung „behoben“</p>',
			statusId: byId(status('resolved')),
			severityId: byId(severity('all good')),
			notifySubscribers: true,
			additionalFields: {
				impactedComponents: {
					values: [{ componentId: byId(component), impactId: byId(impact('operational')) }],
				},
				nextUpdateMinutes: 5,
				reportedAt: '2026-04-30T08:00:00Z',
				extraFields: { new_field: false },
			},
		}),
	);
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: `/status_pages/${id}/posts/${incident.id}/post_updates`,
		query: {},
		headers: HEADERS_WITHOUT_FROM,
		body: {
			post_update: {
				type: 'status_page_post_update',
				message: '<p>Störung „behoben“</p>',
				status: { id: status('resolved'), type: 'status_page_status' },
				severity: { id: severity('all good'), type: 'status_page_severity' },
				impacted_services: [
					{
						service: { id: component, type: 'status_page_service' },
						impact: { id: impact('operational'), type: 'status_page_impact' },
					},
				],
				update_frequency_ms: 300_000,
				notify_subscribers: true,
				reported_at: '2026-04-30T08:00:00Z',
				post: { id: incident.id, type: 'status_page_post' },
				new_field: false,
			},
		},
	});
	expect(page.notified).toBe(1);
});

it('notifies nobody unless told, and gives the record of the update', async () => {
	const { id, incident, page, status, severity } = firstPage(on);
	const { items } = await on.run(addUpdate());
	expect(on.theRequest().body).toMatchObject({
		post_update: {
			impacted_services: [],
			update_frequency_ms: null,
			notify_subscribers: false,
			reported_at: NOW,
		},
	});
	expect(page.notified).toBe(0);
	const stored = updates()[1];
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				statusPageId: id,
				postId: incident.id,
				id: stored.id,
				message: 'We are looking',
				statusId: status('investigating'),
				severityId: severity('minor'),
				impactedComponents: [],
				notifySubscribers: false,
				nextUpdateMs: null,
				reviewedStatus: 'approved',
				reportedAt: stored.reported_at,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("gives PagerDuty's own object without Simplify, also when it had to be looked for", async () => {
	on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'after' });
	const { items, error } = await on.run(addUpdate({ simplify: false }));
	expect(error).toBeUndefined();
	expect(updates()).toHaveLength(2);
	expect(items[0].json).toEqual(updates()[1]);
	expect(sent()).toHaveLength(1);
});

it('does not take an older update with the same words for it', async () => {
	await on.run(addUpdate());
	updates()[1].reported_at = '2026-01-01T10:00:00Z';
	on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'before' });
	const { items } = await on.run(addUpdate());
	expect(updates()).toHaveLength(3);
	expect(items[0].json.id).toBe(updates()[2].id);
});

it('keeps the order of the items on one post', async () => {
	on.sandbox.fault('pagerDuty', { status: 503, times: 1 });
	const messages = ['One', 'Two', 'Three'];
	await on.run(addUpdate({ message: '={{ $json.text }}' }), {
		items: messages.map((text) => ({ text })),
	});
	expect(
		updates()
			.slice(1)
			.map(({ message }) => message),
	).toEqual(messages);
});

it.each([
	[{ postId: byId('={{ "" }}') }, "'Post' is empty (item 0)"],
	[{ message: '={{ "" }}' }, "'Message' is empty (item 0)"],
	[{ severityId: byId('={{ "" }}') }, "'Severity' is empty (item 0)"],
	[
		{ additionalFields: { impactedComponents: { values: [{ impactId: byId('PIMPACT') }] } } },
		"'Component' is empty (item 0)",
	],
	[{ additionalFields: { reportedAt: 'soon' } }, `'Reported At' is no date: "soon" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(addUpdate(fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
