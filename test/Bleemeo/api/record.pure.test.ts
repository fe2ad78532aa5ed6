import type { IDataObject } from 'n8n-workflow';

import { toIncidentRecord } from '../../../nodes/Bleemeo/api/record';

const times = { created_at: '2026-04-15T12:00:00.123456Z', modified_at: '2026-04-15T12:00:30Z' };

it('keeps what the vendor says, in the common order', () => {
	const record = toIncidentRecord({ id: 'a', title: 'Title', status: 2, ...times });
	expect(Object.entries(record)).toEqual([
		['provider', 'bleemeo'],
		['id', 'a'],
		['number', null],
		['title', 'Title'],
		['status', 'triggered'],
		['severity', 'critical'],
		['url', null],
		['service', null],
		['assignees', null],
		['actor', null],
		['createdAt', '2026-04-15T12:00:00.123456Z'],
		['updatedAt', '2026-04-15T12:00:30Z'],
		['vendorStatus', 'Critical'],
		['vendorSeverity', 2],
	]);
});

it.each([
	[0, 'resolved', null, 'OK'],
	[1, 'triggered', 'warning', 'Warning'],
	[2, 'triggered', 'critical', 'Critical'],
	[3, 'triggered', 'error', 'Unknown'],
	[10, 'triggered', 'info', 'Info'],
	['0', 'resolved', null, 'OK'],
	[4, 'triggered', null, 'New word'],
	[null, null, null, 'New word'],
	[undefined, null, null, 'New word'],
])('status %p is %p, severity %p, word %p', (status, state, severity, word) => {
	const event = { id: 'a', status, status_text: 'New word' } as IDataObject;
	expect(toIncidentRecord(event)).toMatchObject({ status: state, severity, vendorStatus: word });
});

it('takes the time of the happening where the creation is not told', () => {
	const happened_at = '2026-04-15T11:00:00Z';
	expect(toIncidentRecord({ happened_at }).createdAt).toBe(happened_at);
	expect(toIncidentRecord({ happened_at, ...times }).createdAt).toBe(times.created_at);
});

it.each([
	[{ agent: '2489e9ad-2ee2-4e00-8ec9-32d5f69181c0' }, null],
	[{ agent: { id: 'a', display_name: 'web-1', fqdn: 'web-1.example' } }, 'web-1'],
	[{ agent: { id: 'a', display_name: '', fqdn: 'web-1.example' } }, 'web-1.example'],
	[{ service: { label: 'nginx' }, agent: { display_name: 'web-1' } }, 'nginx'],
	[{ service: null, agent: null }, null],
])('the service of %p is %p', (event, service) => {
	expect(toIncidentRecord(event as IDataObject).service).toBe(service);
});

it('survives an empty object', () => {
	expect(toIncidentRecord({})).toEqual({
		provider: 'bleemeo',
		id: null,
		number: null,
		title: null,
		status: null,
		severity: null,
		url: null,
		service: null,
		assignees: null,
		actor: null,
		createdAt: null,
		updatedAt: null,
		vendorStatus: null,
		vendorSeverity: null,
	});
});
