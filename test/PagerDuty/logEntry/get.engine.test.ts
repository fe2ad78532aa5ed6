import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const trigger = () => seeded(on, 'triggered').first_trigger_log_entry;
const get = (entry: object, fields = {}) => ({
	resource: 'logEntry',
	operation: 'get',
	logEntryId: { ...entry },
	...fields,
});

it('gives a record of ten fields', async () => {
	const incident = seeded(on, 'triggered');
	const { id, html_url } = trigger();
	const { items } = await on.run(get(byId(id)));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/log_entries/${id}`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id,
				type: 'trigger_log_entry',
				summary: 'Triggered through the API',
				incidentId: incident.id,
				agentName: incident.service.summary,
				channel: 'api',
				note: null,
				createdAt: incident.created_at,
				url: html_url,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('carries every option, and shows the whole channel without Simplify', async () => {
	const { title } = seeded(on, 'triggered');
	const include = ['channels', 'incidents', 'services', 'teams'];
	const { items } = await on.run(
		get(byId(trigger().id), {
			simplify: false,
			options: { include, timeZone: 'Europe/Paris' },
		}),
	);
	expect(on.theRequest().query).toEqual({ time_zone: 'Europe/Paris', 'include[]': include });
	expect(items[0].json).toMatchObject({
		type: 'trigger_log_entry',
		channel: { type: 'api', summary: title },
		incident: { type: 'incident', title },
		service: { type: 'service' },
		teams: [{ type: 'team' }],
	});
});

it('takes the address of an entry', async () => {
	const { id, html_url: value } = trigger();
	const { items } = await on.run(get({ __rl: true, mode: 'url', value }));
	expect(items[0].json.id).toBe(id);
});

it('names an entry that is not there', async () => {
	const { error } = await on.run(get(byId('RNOTHERE')));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "PagerDuty refused 'Get log entry' (item 0): Not Found",
	});
	expect(error?.description).toContain('Check the ID');
});

it('says that the key lacks the right', async () => {
	const body = { error: { message: 'Access Denied', code: 2010 } };
	on.sandbox.fault('pagerDuty', { status: 403, body });
	const { error } = await on.run(get(byId(trigger().id)));
	expect(error).toMatchObject({ httpCode: '403' });
	expect(error?.description).toContain('lacks the right');
});

it('is read again when its answer is lost', async () => {
	on.sandbox.fault('pagerDuty', { drop: 'after' });
	const { error, items } = await on.run(get(byId(trigger().id)));
	expect(error).toBeUndefined();
	expect(items).toHaveLength(1);
});

it.each([
	[{ logEntryId: byId('={{ "" }}') }, "'Log Entry' is empty (item 0)"],
	[{ logEntryId: byId('={{ "no id" }}') }, `'Log Entry' is not an ID: "no id" (item 0)`],
	[{ options: { include: ['agents'] } }, `'Include' cannot be "agents" (item 0)`],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(get(byId('RENTRY01'), fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});
