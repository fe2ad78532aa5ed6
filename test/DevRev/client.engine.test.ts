import { betaSDK, client as devrev } from '@devrev/typescript-sdk';
import { isAxiosError } from 'axios';

import { DevRev } from '../../nodes/DevRev/DevRev.node';
import { company } from './company';
import { byId, suite } from '../support/suite';

const on = suite('devRev', 'devRevApi', new DevRev());

/** DevRev's own client for the beta calls, incidents among them. It sends the bare token. */
const client = (token = String(on.sandbox.credentials.devRevApi.accessToken)) =>
	devrev.setupBeta({ endpoint: on.sandbox.url('devRev'), token });

/** And the one for the stable calls. */
const stable = () =>
	devrev.setup({
		endpoint: on.sandbox.url('devRev'),
		token: String(on.sandbox.credentials.devRevApi.accessToken),
	});

const made = async (title: string, more: object = {}) =>
	(await client().incidentsCreate({ title, ...more })).data.incident;

const stageNamed = async (name: string) => {
	const { data } = await client().customStagesList({ name: [name] });
	return { stage: data.result[0].id };
};

/** What a refused request was answered with. */
async function answerOf(call: Promise<unknown>): Promise<unknown> {
	const failure = await call.then(
		() => undefined,
		(error: unknown) => error,
	);
	return isAxiosError(failure) ? [failure.response?.status, failure.response?.data.type] : failure;
}

it('makes an incident, and the node reads what was made', async () => {
	const { checkout, anna } = company(on);
	const fields = {
		body: 'Since 03:12',
		severity: 2,
		owned_by: [anna],
		applies_to_parts: [checkout],
	};
	const { id } = await made('Disk full', fields);
	const read = { resource: 'incident', operation: 'get', incidentId: byId(id) };
	const { items } = await on.run(read);
	const { title, status, severity, service } = items[0].json;
	expect([title, status, severity, service]).toEqual([
		'Disk full',
		'triggered',
		'error',
		'Checkout',
	]);
});

it('reads what the node made, in both forms', async () => {
	const { items } = await on.run({
		resource: 'incident',
		operation: 'create',
		title: 'Größe „0“',
		additionalFields: { severity: 1 },
	});
	const id = String(items[0].json.id);
	const get = await client().incidentsGet({ id });
	expect(get.data.incident).toMatchObject({ id, title: 'Größe „0“', severity: { label: 'sev-0' } });
	expect((await client().incidentsGetPost({ id })).data).toEqual(get.data);
});

it('lists with filters, page by page, without one twice or missing, in both forms', async () => {
	for (const title of ['One', 'Two', 'Three, and more']) await made(title, { severity: 2 });
	await made('Three, and more', { severity: 1 });
	const wanted = {
		title: ['One', 'Three, and more'],
		severity: [2],
		sort_by: ['title:asc'],
		limit: 1,
	};
	for (const list of [client().incidentsList, client().incidentsListPost]) {
		const titles: string[] = [];
		let cursor: string | undefined;
		do {
			const { data } = await list({ ...wanted, ...(cursor ? { cursor } : {}) });
			titles.push(...data.incidents.map(({ title }) => title));
			cursor = data.next_cursor;
		} while (cursor);
		expect(titles).toEqual(['One', 'Three, and more']);
	}
});

it('lists by what stands below a dot', async () => {
	const reference = 'https://tickets.example.com/7';
	const { id } = await made('Ours', { sync_metadata: { external_reference: reference } });
	await made('Not ours');
	const { data } = await client().incidentsList({
		'sync_metadata.external_reference': [reference],
	});
	expect(data.incidents.map((one) => one.id)).toEqual([id]);
});

it('changes, comments and resolves', async () => {
	const { id } = await made('Disk full');
	const changed = await client().incidentsUpdate({ id, title: 'Disk full on db-1', severity: 1 });
	expect(changed.data.incident).toMatchObject({
		id,
		title: 'Disk full on db-1',
		severity: { id: 1 },
	});

	const comment = {
		object: id,
		type: betaSDK.TimelineEntriesCreateRequestType.TimelineComment,
		body: 'Cleaned up',
		visibility: betaSDK.TimelineEntryVisibility.Internal,
	};
	const { timeline_entry } = (await client().timelineEntriesCreate(comment)).data;
	const listed = await client().timelineEntriesList({
		object: id,
		visibility: [betaSDK.TimelineEntryVisibility.Internal],
		collections: [betaSDK.TimelineEntriesCollection.Discussions],
	});
	expect(listed.data.timeline_entries).toEqual([timeline_entry]);
	const posted = await stable().timelineEntriesListPost({ object: id });
	expect(posted.data.timeline_entries.map((one) => one.type)).toEqual([
		// What was created, and what was changed above.
		'timeline_change_event',
		'timeline_change_event',
		'timeline_comment',
	]);

	for (const name of ['acknowledged', 'resolved']) {
		const { data } = await client().incidentsUpdate({
			id,
			stage: await stageNamed(name),
			stage_validation_options: [betaSDK.StageValidationOptionForUpdate.AllowInvalidTransition],
		});
		expect(data.incident.stage).toMatchObject({ stage: { name } });
	}
	const { incident } = (await client().incidentsGet({ id })).data;
	expect(incident).toMatchObject({
		stage: { stage: { name: 'resolved' }, state: { is_final: true } },
		title: 'Disk full on db-1',
	});
	await client().incidentsDelete({ id });
	expect(await answerOf(client().incidentsGet({ id }))).toEqual([404, 'not_found']);
});

it('looks up what forms offer', async () => {
	const { data: parts } = await client().partsList({
		name: ['Checkout'],
		type: [betaSDK.PartType.Capability, betaSDK.PartType.Feature, betaSDK.PartType.Product],
	});
	expect(parts.parts.map(({ name }) => name)).toEqual(['Checkout']);
	const { data: users } = await client().devUsersList({ state: [betaSDK.UserState.Active] });
	expect(users.dev_users.map(({ full_name }) => full_name)).toContain('Anna Schmidt');
	const { data: tags } = await stable().tagsList({ name: ['region'] });
	expect(tags.tags.map(({ name }) => name)).toEqual(['region']);
	const { data: schema } = await client().aggregatedSchemaGet({ leaf_type: 'incident' });
	expect(schema.schema.leaf_type).toBe('incident');
	const { data: diagrams } = await client().stageDiagramsList({ leaf_type: ['incident'] });
	expect(diagrams.result.length).toBe(1);
	const { data: groups } = await client().groupsList({ limit: 1 });
	expect(groups.groups.length).toBe(1);
	expect((await client().devUsersSelf()).data.dev_user.id).toMatch(/^don:identity:/);
});

it('subscribes, sees its subscription, and takes it away', async () => {
	const created = await stable().webhooksCreate({
		url: 'http://127.0.0.1:9/hook',
		event_types: ['incident_created' as never],
	});
	const { id } = created.data.webhook;
	expect((await stable().webhooksGet({ id })).data.webhook.id).toBe(id);
	expect((await stable().webhooksList()).data.webhooks.map((one) => one.id)).toEqual([id]);
	await stable().webhooksDelete({ id });
	expect((await stable().webhooksList()).data.webhooks).toEqual([]);
});

it('links an incident to another and lists the link', async () => {
	const [one, other] = [await made('One'), await made('Two')];
	const link_type = 'is_related_to' as never;
	const { link } = (await client().linksCreate({ source: one.id, target: other.id, link_type }))
		.data;
	const { data } = await client().linksList({ object: one.id });
	expect(data.links.map(({ id }) => id)).toEqual([link.id]);
});

it('files an issue that the node changes, and counts and unlinks', async () => {
	const { checkout, anna } = company(on);
	const { work } = (
		await client().worksCreate({
			type: betaSDK.WorkType.Issue,
			title: 'Alert earlier',
			applies_to_part: checkout,
			owned_by: [anna],
			priority_v2: 2,
		})
	).data;
	const { items } = await on.run({
		resource: 'issue',
		operation: 'update',
		issueId: byId(work.id),
		updateFields: { title: 'Alert at 80 %', stageName: 'in_development' },
	});
	expect(items[0].json).toMatchObject({ title: 'Alert at 80 %', priority: 'P1', isOpen: true });
	const read = (await client().worksGetPost({ id: work.id })).data.work;
	expect(read).toMatchObject({ title: 'Alert at 80 %', stage: { name: 'in_development' } });
	const listed = await client().worksListPost({ state: ['in_progress'], owned_by: [anna] });
	expect(listed.data.works.map(({ id }) => id)).toContain(work.id);

	const one = await made('One', { severity: 1 });
	const { groups } = (
		await client().incidentsGroupPost({ group_by: 'severity', severity: [1], limit_per_group: 1 })
	).data;
	expect(groups.map(({ key, total }) => [key, total])).toEqual([[{ type: 'int', value: 1 }, 2]]);
	const ends = { source: one.id, target: work.id, link_type: 'is_related_to' as never };
	const { link } = (await client().linksCreate(ends)).data;
	await client().linksDelete({ id: link.id });
	expect((await client().linksListPost({ object: one.id })).data.links).toEqual([]);
});

it('is told what is wrong', async () => {
	expect(await answerOf(client('a-wrong-token').incidentsList({}))).toEqual([
		401,
		'unauthenticated',
	]);
	expect(await answerOf(client().incidentsList({ severity: ['high' as never] }))).toEqual([
		400,
		'unexpected_json_type',
	]);
	expect(await answerOf(client().incidentsList({ nonsense: 'x' } as never))).toEqual([
		400,
		'invalid_field',
	]);
	expect(await answerOf(client().incidentsList({ limit: 1000 }))).toEqual([
		400,
		'value_not_permitted',
	]);
	expect(await answerOf(client().incidentsCreate({ title: '' }))).toEqual([
		400,
		'value_not_permitted',
	]);
});
