import { toIncidentRecord as devHelm } from '../../../nodes/DevHelm/api/record';
import { toIncidentRecord as statusPage } from '../../../nodes/DevHelm/statusPageIncident/record';
import { toTriggerRecord as devHelmEvent } from '../../../nodes/DevHelm/trigger/record';
import { holdsRecord, TITLE, whole, createdAt, updatedAt } from '../../support/incidentRecord';

holdsRecord({
	record: devHelm({
		id: 'i-7',
		displayKey: 'ABC-7',
		title: TITLE,
		status: 'CONFIRMED',
		severity: 'DOWN',
		serviceName: 'Checkout',
		createdByUserId: 31,
		updates: [{ createdBy: 'USER', createdAt }],
		createdAt,
		updatedAt,
	}),
	expected: {
		...whole,
		provider: 'devhelm',
		id: 'i-7',
		number: 'ABC-7',
		status: 'triggered',
		url: null,
		assignees: null,
		actor: { id: '31', name: null, type: 'user' },
		vendorStatus: 'CONFIRMED',
		vendorSeverity: 'DOWN',
	},
	empty: [
		['an incident', devHelm({})],
		['a status page', statusPage({})],
		['an event', devHelmEvent(undefined, undefined)],
	],
});

describe('actor', () => {
	const updates = [
		{ createdBy: 'SYSTEM', createdAt },
		{ createdBy: 'USER', createdAt: updatedAt },
	];
	it.each([
		['the newest update counts', devHelm({ updates }), { id: null, name: null, type: 'user' }],
		[
			'the opener has not written since',
			devHelm({ updates, createdByUserId: 31 }),
			{ id: null, name: null, type: 'user' },
		],
		[
			'the opener is who created it',
			devHelmEvent('incident.created', { id: 'i', createdByUserId: 31 }),
			{ id: '31', name: null, type: 'user' },
		],
		[
			'the opener is not who resolved it',
			devHelmEvent('incident.resolved', { id: 'i', createdByUserId: 31 }),
			null,
		],
	])('%s', (_, record, actor) => {
		expect(record.actor).toEqual(actor);
	});
});
