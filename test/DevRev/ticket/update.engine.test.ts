import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { openApi } from '../../support/openapi';
import { byId, comparable, suite } from '../../support/suite';
import { company } from '../company';
import { HEADERS, recordOf, workOf } from '../works';

const on = suite('devRev', 'devRevApi', new DevRev());
const contract = openApi('devrev-beta.yaml');

const CHANNEL = 'don:core:dvrv-eu-1:devo/aLpEnRaD01:external_communication_channel/5';
const update = (updateFields: IDataObject, fields: IDataObject = {}) => ({
	resource: 'ticket',
	operation: 'update',
	ticketId: byId('TKT-3'),
	updateFields,
	...fields,
});

/** Those that only tickets have; the others are tested with issues. */
const ownFields = (ids: ReturnType<typeof company>) => ({
	accountId: byId(ids.velo),
	channelChanges: { values: [{ change: 'replace', channels: ['slack', 'email'] }] },
	channelIds: CHANNEL,
	groupId: byId(ids.onCall),
	isArchived: false,
	isFrozen: true,
	isSpam: false,
	needsResponse: false,
	sentiment: '4',
	sentimentModifiedDate: '2026-04-15T10:00:00Z',
	sentimentSummary: 'Waits since Monday',
	severity: 'low',
	sourceChannelId: CHANNEL,
	stageId: byId(ids.resolved),
	workspaceId: byId('REV-1'),
});

const request = (body: IDataObject) => ({
	method: 'POST',
	path: '/works.update',
	query: {},
	headers: HEADERS,
	body,
});
const sent = () =>
	on
		.requests()
		.filter(({ path }) => path === '/works.update')
		.map(comparable);

it('carries every field of tickets, and gives the flat record', async () => {
	const ids = company(on);
	const { items, error } = await on.run(update(ownFields(ids)));
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual(
		request({
			id: 'TKT-3',
			type: 'ticket',
			stage: { stage: ids.resolved },
			account: ids.velo,
			channels: { set: ['slack', 'email'] },
			channels_v2: [CHANNEL],
			group: ids.onCall,
			is_archived: false,
			is_frozen: true,
			is_spam: false,
			needs_response: false,
			rev_org: 'REV-1',
			sentiment: 4,
			sentiment_modified_date: '2026-04-15T10:00:00Z',
			sentiment_summary: 'Waits since Monday',
			severity: 'low',
			source_channel_v2: CHANNEL,
		}),
	);
	expect(items).toEqual([
		{
			json: {
				...recordOf(workOf(on, 'TKT-3')),
				severity: 'low',
				account: 'Velo Zürich AG',
				workspace: 'Velo Zürich AG workspace',
				group: 'On-call',
				needsResponse: false,
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(items[0].json.isOpen).toBe(false);
});

it('sends nothing but what is to be changed', async () => {
	await on.run(update({ title: 'Zahlung geht nicht' }));
	expect(on.theRequest()).toEqual(
		request({ id: 'TKT-3', type: 'ticket', title: 'Zahlung geht nicht' }),
	);
});

it('adds a channel to those that are there', async () => {
	const work = workOf(on, 'TKT-3');
	work.channels = ['email'];
	await on.run(update({ channelChanges: { values: [{ change: 'add', channels: ['slack'] }] } }));
	expect(sent()).toEqual([
		request({ id: work.id, type: 'ticket', channels: { set: ['email', 'slack'] } }),
	]);
});

if (contract) {
	it('fits the official schema', async () => {
		await on.run(update(ownFields(company(on))));
		const [full] = on.requests().map(comparable);
		expect(contract.bodyIssues('/works.update', full)).toEqual([]);
	});
}

it.each([
	['nothing', {}, "Nothing to update: 'Update Fields' and 'Custom Fields' are empty (item 0)"],
	[
		'a sentiment that nobody knows',
		{ sentiment: '={{ "furious" }}' },
		`'Sentiment Name or ID' cannot be "furious" (item 0)`,
	],
])('refuses %s before anything is changed', async (_, updateFields, message) => {
	const { error } = await on.run(update(updateFields));
	expect(error?.message).toBe(message);
	expect(sent()).toEqual([]);
});

it('names one that is not there', async () => {
	const { error } = await on.run(update({ title: 'x' }, { ticketId: byId('TKT-999') }));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevRev refused 'Update ticket' (item 0): No such work",
	});
});

it('is sent again when its answer is lost', async () => {
	on.sandbox.fault('devRev', { drop: 'after' });
	const { error } = await on.run(update({ severity: 'low' }));
	expect(error).toBeUndefined();
	expect(sent()).toHaveLength(2);
});
