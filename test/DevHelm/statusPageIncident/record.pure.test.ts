import type { IDataObject } from 'n8n-workflow';

import { toIncidentRecord } from '../../../nodes/DevHelm/statusPageIncident/record';

it.each<[IDataObject, IDataObject]>([
	[{ status: 'INVESTIGATING' }, { status: 'triggered', vendorStatus: 'INVESTIGATING' }],
	[{ status: 'IDENTIFIED' }, { status: 'acknowledged', vendorStatus: 'IDENTIFIED' }],
	[{ status: 'MONITORING' }, { status: 'acknowledged', vendorStatus: 'MONITORING' }],
	[{ status: 'RESOLVED' }, { status: 'resolved', vendorStatus: 'RESOLVED' }],
	[{ status: 'POSTPONED' }, { status: null, vendorStatus: 'POSTPONED' }],
	[{ impact: 'CRITICAL' }, { severity: 'critical', vendorSeverity: 'CRITICAL' }],
	[{ impact: 'MAJOR' }, { severity: 'error', vendorSeverity: 'MAJOR' }],
	[{ impact: 'MINOR' }, { severity: 'warning', vendorSeverity: 'MINOR' }],
	[{ impact: 'NONE' }, { severity: 'info', vendorSeverity: 'NONE' }],
	[{ impact: 'toString' }, { severity: null, vendorSeverity: 'toString' }],
	[{ affectedComponents: null }, { service: null }],
	[
		{
			affectedComponents: [{ componentName: 'A' }, { componentName: null }, { componentName: 'B' }],
		},
		{ service: 'A, B' },
	],
])('%j becomes %j', (incident, expected) => {
	expect(toIncidentRecord(incident)).toMatchObject(expected);
});

it('is all null where nothing is known, and never fails', () => {
	const { provider, id, ...rest } = toIncidentRecord({});
	expect({ provider, id }).toEqual({ provider: 'devhelm', id: null });
	expect(new Set(Object.values(rest))).toEqual(new Set([null]));
	expect(Object.keys(rest)).toHaveLength(12);
});
