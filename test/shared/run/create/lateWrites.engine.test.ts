import type { IDataObject, INodeType } from 'n8n-workflow';

import { DevHelm } from '../../../../nodes/DevHelm/DevHelm.node';
import { DevRev } from '../../../../nodes/DevRev/DevRev.node';
import { PagerDutyIncidents } from '../../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { type Sandbox, type Vendor } from '../../../sandbox';
import { runNode } from '../../../support/engine';
import { hostileWorld } from '../../../support/hostileWorld';
import { byId } from '../../../support/suite';

/** What is written on or beside an incident is created like an incident: late writes are found there, too. */
const world = hostileWorld();

interface Case {
	name: string;
	vendor: Vendor;
	credential: keyof Sandbox['credentials'];
	node: INodeType;
	path: RegExp;
	parameters: () => IDataObject;
	count: () => number;
}

const first = <Value>(values: Iterable<Value>): Value => {
	const [value] = values;
	return value;
};
const text = 'Failing over now';
const devRevIncident = () => first(world.sandbox.state('devRev').incidents.values());
const pagerDutyIncident = () => first(world.sandbox.state('pagerDuty').incidents.values());
const devHelmIncident = () => first(world.sandbox.state('devHelm').incidents.values());
const devHelm = {
	vendor: 'devHelm' as const,
	credential: 'devHelmApi' as const,
	node: new DevHelm(),
};
const devRev = { vendor: 'devRev' as const, credential: 'devRevApi' as const, node: new DevRev() };

const CASES: Case[] = [
	{
		...devRev,
		name: 'DevRev, Comment: Create',
		path: /^\/timeline-entries\.create$/,
		parameters: () => ({
			resource: 'comment',
			operation: 'create',
			incidentId: byId(devRevIncident().id),
			text,
		}),
		count: () =>
			[...world.sandbox.state('devRev').timelines.entries.values()]
				.flat()
				.filter(({ type }) => type === 'timeline_comment').length,
	},
	{
		...devRev,
		name: 'DevRev, Link: Create',
		path: /^\/links\.create$/,
		parameters: () => ({
			resource: 'link',
			operation: 'create',
			incidentId: byId(devRevIncident().id),
			targetId: byId(first(world.sandbox.state('devRev').linking.works.values()).id),
		}),
		count: () => world.sandbox.state('devRev').linking.links.length,
	},
	{
		name: 'PagerDuty, Note: Create',
		vendor: 'pagerDuty',
		credential: 'pagerDutyIncidentsApi',
		node: new PagerDutyIncidents(),
		path: /\/notes$/,
		parameters: () => ({
			resource: 'note',
			operation: 'create',
			incidentId: byId(pagerDutyIncident().id),
			text,
		}),
		count: () => [...world.sandbox.state('pagerDuty').details.notes.values()].flat().length,
	},
	{
		...devHelm,
		name: 'DevHelm, Incident: Add Update',
		path: /\/updates$/,
		parameters: () => ({
			resource: 'incident',
			operation: 'addUpdate',
			incidentId: byId(devHelmIncident().id),
			body: text,
		}),
		count: () => [...world.sandbox.state('devHelm').updates.values()].flat().length,
	},
	{
		...devHelm,
		name: 'DevHelm, Status Page Incident: Create',
		path: /\/status-pages\/[^/]+\/incidents$/,
		parameters: () => ({
			resource: 'statusPageIncident',
			operation: 'create',
			statusPageId: byId(first(world.sandbox.state('devHelm').statusPages.values()).id),
			title: 'Checkout is down',
			impact: 'CRITICAL',
			body: text,
		}),
		count: () => world.sandbox.state('devHelm').pageIncidents.size,
	},
	{
		...devHelm,
		name: 'DevHelm, Maintenance Window: Create',
		path: /\/maintenance-windows$/,
		parameters: () => ({
			resource: 'maintenanceWindow',
			operation: 'create',
			appliesTo: 'organization',
			startsAt: '2026-05-01T22:00:00Z',
			endsAt: '2026-05-02T02:00:00Z',
		}),
		count: () => world.sandbox.state('devHelm').maintenanceWindows.size,
	},
];

it.each(CASES)(
	'$name',
	async ({ vendor, credential, node, path, parameters, count }) => {
		const before = count();
		world.sandbox.fault(vendor, {
			method: 'POST',
			path,
			status: 504,
			body: '',
			commitAfterMs: 2_000,
		});
		const { items, error } = await runNode({
			node,
			parameters: parameters() as never,
			credentials: { [credential]: { ...world.sandbox.credentials[credential] } },
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(count()).toBe(before + 1);
	},
	60_000,
);
