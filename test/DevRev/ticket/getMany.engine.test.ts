import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { openApi } from '../../support/openapi';
import { comparable, rowsOfIds, suite } from '../../support/suite';
import { company } from '../company';
import { HEADERS, recordOf, workOf } from '../works';

const on = suite('devRev', 'devRevApi', new DevRev());
const contract = openApi('devrev-beta.yaml');

const CHANNEL = 'don:core:dvrv-eu-1:devo/aLpEnRaD01:external_communication_channel/5';
const getMany = (fields: IDataObject = {}) => ({
	resource: 'ticket',
	operation: 'getAll',
	...fields,
});

/** Those that only tickets have; the others are tested with issues. */
const ownFilters = (ids: ReturnType<typeof company>) => ({
	brandIds: 'don:core:dvrv-eu-1:devo/aLpEnRaD01:brand/1',
	channelIds: CHANNEL,
	channels: ['email'],
	groupIds: rowsOfIds('groupId', [ids.onCall]),
	isFrozen: false,
	isSpam: false,
	needsResponse: true,
	severity: ['high', 'blocker'],
	sla: { values: { stages: ['breached'] } },
	sourceChannel: ['email'],
	sourceChannelIds: CHANNEL,
	states: ['open'],
	subtype: ['complaint'],
	workspaceIds: rowsOfIds('workspaceId', [ids.workspace]),
});

const request = (body: IDataObject) => ({
	method: 'POST',
	path: '/works.list',
	query: {},
	headers: HEADERS,
	body,
});

it('carries every filter of tickets', async () => {
	const ids = company(on);
	const { error } = await on.run(getMany({ filters: ownFilters(ids) }));
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual(
		request({
			type: ['ticket'],
			state: ['open'],
			ticket: {
				brand: ['don:core:dvrv-eu-1:devo/aLpEnRaD01:brand/1'],
				channels: ['email'],
				channels_v2: [CHANNEL],
				group: [ids.onCall],
				is_frozen: false,
				is_spam: false,
				needs_response: true,
				rev_org: [ids.workspace],
				severity: ['high', 'blocker'],
				sla_summary: { stage: ['breached'] },
				source_channel: ['email'],
				source_channel_v2: [CHANNEL],
				subtype: ['complaint'],
			},
			sort_by: ['created_date:desc'],
			limit: 50,
		}),
	);
});

it.each([
	[{}, 1],
	[{ severity: ['high'], needsResponse: true, isSpam: false }, 1],
	[{ severity: ['low'] }, 0],
])('gives the tickets that match %j', async (filters, found) => {
	const { items } = await on.run(getMany({ filters }));
	const json = {
		...recordOf(workOf(on, 'TKT-3')),
		severity: 'high',
		account: null,
		workspace: null,
		group: null,
		needsResponse: true,
	};
	expect(items).toEqual([{ json, pairedItem: { item: 0 } }].slice(0, found));
});

if (contract) {
	it('fits the official schema', async () => {
		await on.run(getMany({ filters: ownFilters(company(on)) }));
		const [full] = on.requests().map(comparable);
		expect(contract.bodyIssues('/works.list', full)).toEqual([]);
	});
}

it.each([
	[
		'a brand by name',
		{ brandIds: 'Alpenrad' },
		`'Brand IDs' holds something that is not an ID: "Alpenrad" (item 0)`,
	],
	[
		'a filter that gives nothing',
		{ severity: [] },
		"'Severities' is a filter without a value (item 0)",
	],
])('refuses %s before anything is sent', async (_, filters, message) => {
	const { error } = await on.run(getMany({ filters }));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
