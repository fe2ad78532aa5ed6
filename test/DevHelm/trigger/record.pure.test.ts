import { filteredOut } from '../../../nodes/DevHelm/trigger/filters';
import { lookBackFor } from '../../../nodes/DevHelm/trigger/lookBack';
import { toTriggerRecord, writtenIn } from '../../../nodes/DevHelm/trigger/record';
import { incidentOf, subjectOf } from '../../../nodes/DevHelm/trigger/subject';

const ID = '3c90c3cc-0d44-4b50-8888-8dd25736052a';
const OTHER = '4c90c3cc-0d44-4b50-8888-8dd25736052a';

/** What of a record is known. */
const known = (record: object) =>
	Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));

const JUNK: unknown[] = [
	undefined,
	null,
	'text',
	7,
	true,
	[],
	[1, { incident: 1 }],
	{},
	{ incident: null },
	{ incident: [] },
	{ incident: { id: { id: 1 } } },
	{ updates: 'none' },
	{ updates: [null, 1, { body: {} }] },
	{ monitor: 'x', service: 1, component: false },
	JSON.parse('{"__proto__": {"id": "x"}, "incident": {"__proto__": null}}'),
];

describe('finds the incident wherever it may stand', () => {
	it.each<[string, object]>([
		['under its noun', { incident: { id: ID, monitor_id: 'M' } }],
		['as the data itself', { id: ID, monitorId: 'M' }],
		['in snake case', { id: ID, monitor_id: 'M' }],
		['by its ID beside it', { incident: { monitorId: 'M' }, incidentId: ID }],
		['by its ID in snake case', { incident_id: ID, monitor_id: 'M' }],
		['as an ID alone', { incident: ID, monitor: { id: 'M' } }],
		['not by the ID of the data', { id: OTHER, incidentId: ID, monitorId: 'M' }],
		['with the monitor beside it', { incident: { id: ID }, monitor: { id: 'M' } }],
		['with the monitor in it', { incident: { id: ID, monitor: { id: 'M' } } }],
	])('%s', (_, data) => {
		expect(incidentOf(data)).toMatchObject({ id: ID, monitorId: 'M' });
	});

	it('leaves names alone that only look like it', () => {
		expect(Object.keys(subjectOf({ _private: 1, a__b: 2, c_: 3, d_e_f: 4 }, 'incident'))).toEqual([
			'_private',
			'a__b',
			'c_',
			'dEF',
			'id',
		]);
	});
});

describe('records', () => {
	it('an incident', () => {
		const incident = {
			id: ID,
			title: 'Checkout is down',
			status: 'CONFIRMED',
			severity: 'DOWN',
			display_key: 'ABC-42',
			shortlink: 'https://devhelm.example/i/42',
			created_at: '2026-11-24T10:00:00Z',
			updatedAt: '2026-11-24T10:01:00Z',
		};
		const data = { incident, monitor: { id: OTHER, name: 'Checkout page' } };
		expect(toTriggerRecord('incident.created', data)).toEqual({
			provider: 'devhelm',
			id: ID,
			number: 'ABC-42',
			title: 'Checkout is down',
			status: 'triggered',
			severity: 'critical',
			url: 'https://devhelm.example/i/42',
			service: 'Checkout page',
			assignees: null,
			actor: null,
			createdAt: '2026-11-24T10:00:00Z',
			updatedAt: '2026-11-24T10:01:00Z',
			vendorStatus: 'CONFIRMED',
			vendorSeverity: 'DOWN',
		});
	});

	it.each([
		['incident.created', 'triggered'],
		['incident.reopened', 'triggered'],
		['incident.resolved', 'resolved'],
	])('%s says the status where the data does not', (type, status) => {
		expect(known(toTriggerRecord(type, { incidentId: ID }))).toEqual({
			provider: 'devhelm',
			id: ID,
			status,
		});
	});

	it('a monitor, which is no incident', () => {
		const monitor = { id: ID, name: 'Checkout page', currentStatus: 'down', updated_at: 'T' };
		expect(known(toTriggerRecord('monitor.updated', { monitor }))).toEqual({
			provider: 'devhelm',
			id: ID,
			title: 'Checkout page',
			service: 'Checkout page',
			updatedAt: 'T',
			vendorStatus: 'down',
		});
	});

	it('the incident of a service', () => {
		const incident = {
			id: ID,
			title: 'Elevated errors',
			status: 'identified',
			impact: 'Major',
			shortlink: 'https://status.example/1',
			startedAt: 'T1',
			updatedAt: 'T2',
		};
		const data = { service: { id: OTHER, name: 'Paylane' }, incident };
		expect(known(toTriggerRecord('service.incident_updated', data))).toEqual({
			provider: 'devhelm',
			id: ID,
			title: 'Elevated errors',
			status: 'triggered',
			severity: 'error',
			url: 'https://status.example/1',
			service: 'Paylane',
			createdAt: 'T1',
			updatedAt: 'T2',
			vendorStatus: 'identified',
			vendorSeverity: 'Major',
		});
	});

	it('a service', () => {
		const data = { serviceId: ID, serviceName: 'Paylane', oldStatus: 'up', newStatus: 'degraded' };
		expect(known(toTriggerRecord('service.status_changed', data))).toEqual({
			provider: 'devhelm',
			id: ID,
			service: 'Paylane',
			vendorStatus: 'degraded',
		});
	});

	it('a component', () => {
		const data = {
			service: { name: 'Paylane' },
			component: { id: ID, name: 'API', status: 'down' },
		};
		expect(known(toTriggerRecord('service.component_changed', data))).toEqual({
			provider: 'devhelm',
			id: ID,
			title: 'API',
			service: 'Paylane',
			vendorStatus: 'down',
		});
	});

	it('nothing of an event that nobody knows yet', () => {
		const record = toTriggerRecord('dream.began', { id: ID, title: 'x' });
		expect(Object.keys(record)).toHaveLength(14);
		expect(known(record)).toEqual({ provider: 'devhelm' });
	});
});

describe.each(JUNK.map((data) => [JSON.stringify(data), data] as const))('%s', (_, data) => {
	it.each([
		undefined,
		'',
		'.',
		'incident.created',
		'monitor.updated',
		'monitor.deleted',
		'service.incident_created',
		'service.status_changed',
		'service.component_changed',
	])('as data of %s does not fail', (type) => {
		expect(toTriggerRecord(type, data)).toMatchObject({ provider: 'devhelm', title: null });
		expect(writtenIn(data)).toBeUndefined();
		expect(lookBackFor(type, data)).toBeUndefined();
		const settings = {
			events: [],
			isUnsignedAccepted: false,
			maximumAgeMs: 0,
			isFetching: false,
			severities: ['DOWN'],
			sources: ['MANUAL'],
			monitorIds: [],
		};
		expect(filteredOut(type, data, settings)).toBeUndefined();
	});
});

describe('what was written', () => {
	it.each<[string, object]>([
		['in the data', { body: 'Found it', incident: { body: 'No' } }],
		['in the incident', { incident: { body: 'Found it' } }],
		[
			'in the newest update, whatever their order',
			{
				updates: [
					{ body: 'First', createdAt: '2026-11-24T10:00:00Z' },
					{ body: 'Found it', created_at: '2026-11-24T10:02:00Z' },
					{ body: null, createdAt: '2026-11-24T10:03:00Z' },
					{ body: 'Second', createdAt: '2026-11-24T10:01:00Z' },
				],
			},
		],
	])('%s', (_, data) => {
		expect(writtenIn(data)).toBe('Found it');
	});
});

describe('what is read back', () => {
	it.each([
		['incident.created', { incident: { id: ID } }, `/api/v1/incidents/${ID}`],
		['incident.dreamt_of', { incident: { id: ID } }, `/api/v1/incidents/${ID}`],
		['monitor.created', { monitorId: ID }, `/api/v1/monitors/${ID}`],
		['monitor.deleted', { monitorId: ID }, undefined],
		['service.incident_created', { incident: { id: ID } }, undefined],
		['incident.created', { id: `${ID}/resolve` }, undefined],
		['incident.created', { id: '..' }, undefined],
		[undefined, { incident: { id: ID } }, undefined],
	])('%s %j: %s', (type, data, path) => {
		expect(lookBackFor(type, data)?.request.path).toBe(path);
	});

	it.each([
		['incident.created', { id: ID.toUpperCase(), status: 'RESOLVED', reopenCount: 0 }, true],
		['incident.created', { id: OTHER, status: 'CONFIRMED' }, false],
		['incident.created', {}, false],
		['incident.resolved', { id: ID, status: 'RESOLVED', reopenCount: 0 }, true],
		['incident.resolved', { id: ID, status: 'CONFIRMED', reopenCount: 0 }, false],
		['incident.resolved', { id: ID, status: 'CONFIRMED', reopenCount: 1 }, true],
		['incident.resolved', { id: ID, status: 'CONFIRMED' }, true],
		['incident.reopened', { id: ID, status: 'CONFIRMED', reopenCount: 0 }, false],
		['incident.reopened', { id: ID, status: 'RESOLVED', reopenCount: 2 }, true],
	])('%s agrees with %j: %s', (type, record, agrees) => {
		expect(lookBackFor(type, { id: ID })?.agrees(record)).toBe(agrees);
	});
});
