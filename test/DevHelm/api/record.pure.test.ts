import type { IDataObject } from 'n8n-workflow';

import { incidentOf } from '../../../nodes/DevHelm/api/profile';
import { toIncidentRecord } from '../../../nodes/DevHelm/api/record';

/** The reply of the owner's reference document, cut to what is read. */
const documented = {
	id: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
	source: 'AUTOMATIC',
	status: 'WATCHING',
	severity: 'DOWN',
	title: 'Checkout answers with 502',
	triggeredByRule: '3 failures in a row',
	shortlink: 'https://example.com/i/1',
	startedAt: '2023-11-07T05:30:00Z',
	createdAt: '2023-11-07T05:31:56Z',
	updatedAt: '2023-11-07T05:41:56Z',
	monitorName: 'Checkout page',
	serviceName: 'Paylane',
	resourceGroupName: 'Shop front',
};

it('maps every field', () => {
	expect(toIncidentRecord({ ...documented, displayKey: 'ABC-42' })).toEqual({
		provider: 'devhelm',
		id: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
		number: 'ABC-42',
		title: 'Checkout answers with 502',
		status: 'triggered',
		severity: 'critical',
		url: 'https://example.com/i/1',
		service: 'Checkout page',
		assignees: null,
		actor: null,
		createdAt: '2023-11-07T05:31:56Z',
		updatedAt: '2023-11-07T05:41:56Z',
		vendorStatus: 'WATCHING',
		vendorSeverity: 'DOWN',
	});
});

it('is all null where nothing is known, and never fails', () => {
	const { provider, id, ...rest } = toIncidentRecord({});
	expect({ provider, id }).toEqual({ provider: 'devhelm', id: null });
	expect(new Set(Object.values(rest))).toEqual(new Set([null]));
	expect(Object.keys(rest)).toHaveLength(12);
});

it.each<[IDataObject, IDataObject]>([
	[{ status: 'WATCHING' }, { status: 'triggered', vendorStatus: 'WATCHING' }],
	[{ status: 'TRIGGERED' }, { status: 'triggered', vendorStatus: 'TRIGGERED' }],
	[{ status: 'CONFIRMED' }, { status: 'triggered', vendorStatus: 'CONFIRMED' }],
	[{ status: 'RESOLVED' }, { status: 'resolved', vendorStatus: 'RESOLVED' }],
	[{ status: 'MERGED' }, { status: null, vendorStatus: 'MERGED' }],
	[{ severity: 'DOWN' }, { severity: 'critical', vendorSeverity: 'DOWN' }],
	[{ severity: 'DEGRADED' }, { severity: 'warning', vendorSeverity: 'DEGRADED' }],
	[{ severity: 'MAINTENANCE' }, { severity: 'info', vendorSeverity: 'MAINTENANCE' }],
	[{ severity: 'WEIRD' }, { severity: null, vendorSeverity: 'WEIRD' }],
	[
		{ severity: 'toString', status: 'constructor' },
		{ severity: null, status: null },
	],
	[{ title: null, triggeredByRule: '3 failures' }, { title: '3 failures' }],
	[{ monitorName: null, serviceName: 'Paylane' }, { service: 'Paylane' }],
	[{ resourceGroupName: 'Shop front' }, { service: 'Shop front' }],
])('%j becomes %j', (incident, expected) => {
	expect(toIncidentRecord(incident)).toMatchObject(expected);
});

describe('a detail reply', () => {
	const reply = (body: unknown) => ({ status: 200, headers: {}, body });

	it('keeps what stands beside the incident', () => {
		const updates = [{ id: 'u', body: 'First' }];
		const body = { data: { incident: documented, updates, statusPageIncidents: [] } };
		expect(incidentOf(reply(body))).toEqual([{ ...documented, updates, statusPageIncidents: [] }]);
	});

	it('is also read when it is nested only once', () => {
		expect(incidentOf(reply({ data: documented }))).toEqual([documented]);
	});
});
