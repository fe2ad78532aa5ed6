import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { PagerDutyIncidentsTrigger } from '../../../nodes/PagerDuty/PagerDutyIncidentsTrigger.node';
import { EVENT_OPTIONS } from '../../../nodes/PagerDuty/trigger/events';
import { happenings } from '../../sandbox/pagerduty/happenings';
import { rowsOfIds, suite } from '../../support/suite';
import { TriggerHost } from '../../support/trigger';
import { seeded } from '../incidents';

const node = new PagerDutyIncidentsTrigger();
const on = suite('pagerDuty', 'pagerDutyIncidentsApi', node);
const ALL = EVENT_OPTIONS.map(({ value }) => String(value));

let host: TriggerHost;
const start = async (more: INodeParameters = {}) => {
	host = await TriggerHost.start({
		node,
		credentials: on.credentials({}),
		parameters: {
			authentication: 'apiToken',
			scope: 'account',
			events: ALL,
			simplify: true,
			...more,
		},
	});
	await host.activate();
};
afterEach(async () => await host.stop());

const incident = () => seeded(on, 'triggered');
const all = () => happenings(on.sandbox.state('pagerDuty'), incident());
/** Delivers an event, and gives the item that its run starts with, or none. */
async function deliver(type: string): Promise<IDataObject | undefined> {
	const one = all().find((happening) => happening.type === type);
	if (!one) throw new TypeError(`no event ${type}`);
	const api = on.sandbox.api('pagerDuty');
	api.announce(one);
	await api.deliveries.idle();
	expect(api.deliveries.sent.map(({ statuses }) => statuses)).toEqual([[200]]);
	return host.runs[0]?.[0].json;
}
const person = (index: number) => {
	const { id, name } = [...on.sandbox.state('pagerDuty').users.values()][index];
	return { id, name };
};
const named = (one: { id: string; summary: string } | null) =>
	one && { id: one.id, name: one.summary };

/** What an event tells beyond the common record, when it tells nothing of it. */
const NO_FACTS = {
	action: null,
	alertCreation: null,
	changedCustomFields: null,
	client: null,
	conferenceBridge: null,
	customFields: null,
	escalationPolicy: null,
	incidentKey: null,
	incidentType: null,
	isTextTrimmed: null,
	mergedInto: null,
	priority: null,
	reopenedAt: null,
	resolveReason: null,
	responder: null,
	roles: null,
	serviceId: null,
	task: null,
	teams: null,
	textId: null,
	urgency: null,
	workflow: null,
};
const actor = () => ({ ...person(0), type: 'user' });

/** The item for an event whose data only names the incident. */
const onIncident = (type: string, title: string | null = incident().title) => ({
	...NO_FACTS,
	provider: 'pagerduty',
	id: incident().id,
	number: null,
	title,
	status: null,
	severity: null,
	url: incident().html_url,
	service: null,
	assignees: null,
	actor: actor(),
	createdAt: null,
	updatedAt: null,
	vendorStatus: null,
	vendorSeverity: null,
	text: null,
	eventType: type,
	eventTime: expect.stringMatching(/^\d{4}-.*Z$/),
	deliveryId: expect.stringMatching(/^[A-Z0-9]{26}$/),
});

/** The item for an event whose data is the incident. */
const ofIncident = (type: string): IDataObject => {
	const { service, assignments, priority, escalation_policy, teams, ...one } = incident();
	return {
		...onIncident(type),
		number: one.incident_number,
		status: 'triggered',
		severity: one.urgency === 'high' ? 'critical' : 'warning',
		service: service.summary,
		assignees: assignments.map(({ assignee }) => named(assignee)),
		createdAt: one.created_at,
		updatedAt: expect.stringMatching(/^\d{4}-.*Z$/),
		vendorStatus: 'triggered',
		vendorSeverity: priority?.summary ?? one.urgency,
		client: 'PagerDuty',
		escalationPolicy: named(escalation_policy),
		incidentKey: one.incident_key,
		incidentType: one.incident_type.name,
		priority: named(priority),
		serviceId: service.id,
		teams: teams.map(named),
		urgency: one.urgency,
		conferenceBridge: one.conference_bridge,
	};
};
const ofService = (type: string) => ({
	...onIncident(type, null),
	id: incident().service.id,
	url: incident().service.html_url,
	service: incident().service.summary as string | null,
	actor: null,
	serviceId: incident().service.id,
	alertCreation: 'create_alerts_and_incidents' as string | null,
	teams: incident().teams.map(named) as unknown[] | null,
});
const secondLine = { id: 'POTHER1', name: 'Second line' };
const task = (state: string) => ({
	id: 'PTASK01',
	name: 'Call the payment provider',
	description: null,
	state,
	assignees: [person(1)],
});
const action = (state: string) => ({
	id: '01ACTION',
	name: 'Restart checkout',
	state,
	runId: '01INVOCATION',
	url: 'https://alpenrad.pagerduty.example/invocations/01INVOCATION/report',
});
const responder = (state: string) => ({
	text: 'Please look at the payments 🚲',
	responder: { ...person(1), type: 'user', state, escalationPolicy: secondLine },
});
const workflow = () => ({
	service: incident().service.summary,
	serviceId: incident().service.id,
	workflow: {
		id: 'PFLOW01',
		name: 'Major incident',
		runId: 'PRUN001',
		trigger: { id: 'trigger-1', name: 'Started by hand' },
	},
});

/** Events with what each adds to the item, or has otherwise. */
const OF_INCIDENT: { [event: string]: () => IDataObject } = {
	'incident.triggered': () => ({
		actor: { id: 'PINTEG1', name: 'Checkout monitoring', type: 'inbound_integration' },
		client: null,
	}),
	'incident.acknowledged': () => ({
		status: 'acknowledged',
		vendorStatus: 'acknowledged',
		assignees: [person(0)],
	}),
	'incident.unacknowledged': () => ({ actor: null, client: null }),
	'incident.escalated': () => ({ assignees: [person(1)] }),
	'incident.delegated': () => ({ assignees: [person(1)], escalationPolicy: secondLine }),
	'incident.reassigned': () => ({ assignees: [person(0), person(1)] }),
	'incident.priority_updated': () => ({
		priority: { id: 'PPRIO02', name: 'P2' },
		vendorSeverity: 'P2',
	}),
	'incident.service_updated': () => ({ service: 'Search', serviceId: 'PSERV02' }),
	'incident.incident_type.changed': () => ({ incidentType: 'major_incident' }),
	'incident.reopened': () => ({ reopenedAt: '2026-04-15T13:00:00Z' }),
	'incident.resolved': () => ({
		status: 'resolved',
		vendorStatus: 'resolved',
		assignees: [],
		resolveReason: 'merge_resolve_reason',
		mergedInto: { id: 'PMERGED', name: 'Shop is down' },
	}),
};
const ON_INCIDENT: { [event: string]: () => IDataObject } = {
	'incident.annotated': () => ({
		text: 'Größer als gedacht 🚲',
		textId: 'PNOTE01',
		isTextTrimmed: false,
	}),
	'incident.status_update_published': () => ({
		text: 'We are on it',
		textId: 'PUPDATE',
		isTextTrimmed: true,
	}),
	'incident.responder.added': () => responder('pending'),
	'incident.responder.replied': () => responder('accepted'),
	'incident.conference_bridge.updated': () => ({
		conferenceBridge: {
			number: '+41 44 555 01 00,,1234#',
			url: 'https://meet.example.com/checkout',
			numbers: [
				{ label: 'Zürich', number: '+41 44 555 01 00,,1234#' },
				{ label: null, number: '+1 415-555-0100' },
			],
		},
	}),
	'incident.custom_field_values.updated': () => ({
		title: null,
		customFields: { environment: 'production', regions: ['eu', 'us'] },
		changedCustomFields: { environment: 'staging' },
	}),
	'incident.role.assigned': () => ({
		title: null,
		roles: [
			{
				id: 'PROLE01',
				name: 'Incident Commander',
				state: 'active',
				assignee: person(1),
				previousAssignee: null,
			},
		],
	}),
	'incident.task.created': () => ({ title: null, task: task('todo') }),
	'incident.task.updated': () => ({ title: null, task: task('in_progress') }),
	'incident.task.completed': () => ({ title: null, task: task('done') }),
	'incident.action_invocation.created': () => ({ action: action('created') }),
	'incident.action_invocation.updated': () => ({ action: action('running') }),
	'incident.action_invocation.terminated': () => ({ action: action('completed') }),
	'incident.workflow.started': workflow,
	'incident.workflow.completed': workflow,
};
const OF_SERVICE: { [event: string]: () => IDataObject } = {
	'service.created': () => ({}),
	'service.updated': () => ({}),
	'service.deleted': () => ({}),
	'service.custom_field_values.updated': () => ({
		service: null,
		alertCreation: null,
		teams: null,
		customFields: { tier: 1 },
		changedCustomFields: { tier: 2 },
	}),
};

it('are the 30 that the form offers, and the sandbox delivers', async () => {
	await start();
	const tested = [OF_INCIDENT, ON_INCIDENT, OF_SERVICE].flatMap(Object.keys);
	expect(tested).toHaveLength(30);
	expect([...tested].sort()).toEqual([...ALL].sort());
	expect(
		all()
			.map(({ type }) => type)
			.sort(),
	).toEqual([...ALL].sort());
});

it.each(Object.entries(OF_INCIDENT))('%s', async (type, own) => {
	await start();
	expect(await deliver(type)).toEqual({ ...ofIncident(type), ...own() });
});

it.each(Object.entries(ON_INCIDENT))('%s', async (type, own) => {
	await start();
	expect(await deliver(type)).toEqual({ ...onIncident(type), ...own() });
});

it.each(Object.entries(OF_SERVICE))('%s', async (type, own) => {
	await start();
	expect(await deliver(type)).toEqual({ ...ofService(type), ...own() });
});

it('have the same keys in the same order, whatever happened', async () => {
	await start();
	const api = on.sandbox.api('pagerDuty');
	for (const one of all()) api.announce(one);
	api.announce({ type: 'incident.triggered', data: {} });
	await api.deliveries.idle();
	const keys = host.runs.map(([{ json }]) => Object.keys(json).join(' '));
	expect(keys).toHaveLength(31);
	expect(new Set(keys).size).toBe(1);
});

describe('a conference bridge of an incident', () => {
	it.each([
		[
			{ conference_number: '+41 44 1', conference_url: 'https://meet.example.com/x' },
			{
				number: '+41 44 1',
				url: 'https://meet.example.com/x',
				numbers: [{ label: null, number: '+41 44 1' }],
			},
		],
		[
			{ conference_number: null, conference_url: 'https://meet.example.com/x' },
			{ number: null, url: 'https://meet.example.com/x', numbers: [] },
		],
		[{ conference_number: '', conference_url: '' }, null],
		[null, null],
	])('%j', async (conference_bridge, expected) => {
		await start();
		const api = on.sandbox.api('pagerDuty');
		const [first] = all();
		api.announce({ ...first, data: { ...first.data, conference_bridge } });
		await api.deliveries.idle();
		expect(host.runs[0][0].json).toMatchObject({ conferenceBridge: expected });
	});
});

it.each<[string, IDataObject]>([
	['nothing', {}],
	['nulls', { type: 'incident_role_assignment', incident_role_assignments: null, incident: null }],
	['other kinds', { type: 7, incident: 'x', assignees: 'y', service: [], custom_fields: { a: 1 } }],
	['empty texts', { type: 'incident', id: '', title: '', html_url: '', service: { summary: '' } }],
])('of unknown shape (%s) come through, and all unknown is null', async (_, data) => {
	await start();
	const api = on.sandbox.api('pagerDuty');
	api.announce({ type: 'incident.triggered', data });
	await api.deliveries.idle();
	const { eventTime, deliveryId, updatedAt, ...rest } = host.runs[0][0].json;
	expect([eventTime, deliveryId]).toEqual([expect.any(String), expect.any(String)]);
	expect(updatedAt).toEqual(data.type === 'incident' ? eventTime : null);
	const { provider, eventType, ...unknown } = rest;
	expect({ provider, eventType }).toEqual({
		provider: 'pagerduty',
		eventType: 'incident.triggered',
	});
	expect(new Set(Object.values(unknown))).toEqual(new Set([null]));
});

it('tells of several roles at once', async () => {
	await start();
	const api = on.sandbox.api('pagerDuty');
	const one = all().find(({ type }) => type === 'incident.role.assigned');
	const [first] = one?.data.incident_role_assignments as IDataObject[];
	const left = {
		...first,
		role: { id: 'PROLE02', summary: 'Scribe' },
		assignee: null,
		old_assignee: first.assignee,
		status: 'inactive',
	};
	api.announce({
		...one,
		data: { ...one?.data, incident_role_assignments: [first, left] },
	} as never);
	await api.deliveries.idle();
	expect(host.runs[0][0].json).toMatchObject({
		id: incident().id,
		roles: [
			{ name: 'Incident Commander', assignee: person(1), previousAssignee: null },
			{ name: 'Scribe', state: 'inactive', assignee: null, previousAssignee: person(1) },
		],
	});
});

describe('Ignored Actors', () => {
	const ignoring = (...ids: string[]) =>
		start({ filters: { ignoredActorIds: rowsOfIds('ignoredActorId', ids) } } as INodeParameters);

	it.each(['incident.acknowledged', 'incident.annotated', 'incident.role.assigned'])(
		'%s of an ignored user starts nothing',
		async (type) => {
			await ignoring('PNOBODY', person(0).id);
			expect(await deliver(type)).toBeUndefined();
			expect(on.sandbox.api('pagerDuty').deliveries.sent[0].answer).toEqual({
				message: 'Ignored: its actor is ignored',
			});
		},
	);

	it('an integration is one, too', async () => {
		await ignoring('PINTEG1');
		expect(await deliver('incident.triggered')).toBeUndefined();
	});

	it.each(['incident.triggered', 'incident.unacknowledged', 'service.updated'])(
		'%s of somebody else, or of nobody, starts the workflow',
		async (type) => {
			await ignoring(person(0).id);
			expect(await deliver(type)).toMatchObject({ eventType: type });
		},
	);
});
