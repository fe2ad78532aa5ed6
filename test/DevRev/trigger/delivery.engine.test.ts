import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { DevRevTrigger } from '../../../nodes/DevRev/DevRevTrigger.node';
import type { DevUser } from '../../sandbox/devrev/types';
import { encoded, signature } from '../../sandbox/devrev/webhooks/deliver';
import { SHAPES } from '../../sandbox/devrev/stageShapes';
import { webhookIncident } from '../../sandbox/devrev/webhooks/watch';
import { comparable, rowsOfIds, suite } from '../../support/suite';
import { TriggerHost } from '../../support/trigger';
import { company } from '../company';
import { actorOf, HEADERS, recordOf, seeded, stageId } from '../incidents';
import { incidentOf } from '../timeline';

const node = new DevRevTrigger();
const on = suite('devRev', 'devRevApi', node);
const base = {
	events: ['incident_created', 'incident_updated', 'incident_deleted', 'timeline_entry_created'],
	simplify: true,
};

let host: TriggerHost;
const start = async (more: INodeParameters = {}, isTest = false) => {
	host = await TriggerHost.start({
		node,
		credentials: on.credentials({}),
		parameters: { ...base, ...more },
		isTest,
	});
	await host.activate();
	await deliveries().idle();
	deliveries().clear();
	host.answers.length = 0;
	on.sandbox.clearRequests();
};
afterEach(async () => await host.stop());

const deliveries = () => on.sandbox.api('devRev').deliveries;
const webhook = () => [...on.sandbox.state('devRev').webhooks.all.values()][0];
/** Tells the subscribers, and waits until all have answered. */
async function announce(type: string, data: { [key: string]: unknown }) {
	await on.sandbox.api('devRev').announce({ type, data });
	await deliveries().idle();
	return deliveries().sent[deliveries().sent.length - 1];
}
/** As a user or the node changes something at DevRev. */
async function call(path: string, body: object) {
	const { url, credentials } = on.sandbox;
	const { data } = await axios.post<IDataObject>(`${url('devRev')}${path}`, body, {
		headers: {
			authorization: `Bearer ${String(credentials.devRevApi.accessToken)}`,
			'x-devrev-scope': 'beta',
		},
	});
	await deliveries().idle();
	return data;
}
const triage = () => webhookIncident(seeded(on, 'triage'));
const jsons = () => host.runs.map(([{ json }]) => json);
const sentEvent = (index = 0) => JSON.parse(deliveries().sent[index].body) as IDataObject;

/** What is the same for all events that are neither updates nor comments. */
const NOTHING = {
	text: null,
	changes: [],
	uncertainChanges: [],
	previousStatus: null,
	previousVendorStatus: null,
	previousSeverity: null,
	previousVendorSeverity: null,
	previousAssignees: null,
	commentId: null,
	visibility: null,
	signature: 'bytes/base64',
};
/** Whose token the tests use. */
const BOT = () => on.sandbox.state('devRev').tokens.get('sandbox-devrev-token') as DevUser;
const anna = () => ({ id: company(on).anna, name: 'Anna Schmidt' });
const juergen = () => ({ id: company(on).juergen, name: 'Jürgen Müßig' });

describe('what really happens at DevRev starts the workflow', () => {
	it('an incident is created', async () => {
		await start();
		const { incident } = await call('/incidents.create', {
			title: 'Größer als <gedacht> & "laut" 🚲',
			severity: 2,
			owned_by: [company(on).anna],
			applies_to_parts: [company(on).checkout],
		});
		const { id, title } = incident as IDataObject;
		expect(deliveries().sent[0].body).toContain('\\u003cgedacht\\u003e \\u0026');
		expect(jsons()).toEqual([
			{
				...recordOf(on, String(id)),
				...NOTHING,
				title,
				severity: 'error',
				service: 'Checkout',
				status: 'triggered',
				assignees: [anna()],
				actor: actorOf(BOT()),
				eventType: 'incident_created',
				eventTime: sentEvent().timestamp,
				deliveryId: sentEvent().id,
			},
		]);
	});

	it('an incident is resolved, given to somebody and made worse at once', async () => {
		await start({ events: ['incident_resolved'] });
		const { id } = seeded(on, 'mitigated');
		await call('/incidents.update', {
			id,
			stage: { stage: stageId(on, 'resolved') },
			severity: 1,
			owned_by: { set: [company(on).anna] },
		});
		expect(jsons()).toEqual([
			{
				...recordOf(on, id),
				...NOTHING,
				status: 'resolved',
				severity: 'critical',
				changes: [
					'incident_owner_changed',
					'incident_resolved',
					'incident_severity_changed',
					'incident_stage_changed',
				],
				previousStatus: 'acknowledged',
				previousVendorStatus: 'mitigated',
				previousSeverity: 'warning',
				previousVendorSeverity: 'sev-2',
				assignees: [anna()],
				previousAssignees: [juergen()],
				actor: actorOf(BOT()),
				eventType: 'incident_updated',
				eventTime: sentEvent().timestamp,
				deliveryId: sentEvent().id,
			},
		]);
	});

	it('an incident is deleted', async () => {
		await start();
		const { id } = seeded(on, 'triage');
		const record = recordOf(on, id);
		await call('/incidents.delete', { id });
		expect(jsons()).toEqual([
			{
				...record,
				...NOTHING,
				assignees: [juergen()],
				actor: null,
				eventType: 'incident_deleted',
				eventTime: sentEvent().timestamp,
				deliveryId: sentEvent().id,
			},
		]);
	});

	it('somebody comments on an incident', async () => {
		await start();
		const { id, display_id } = incidentOf(on);
		const { timeline_entry } = await call('/timeline-entries.create', {
			type: 'timeline_comment',
			object: id,
			body: 'Wir sind dran 🚲',
			visibility: 'internal',
		});
		const { id: commentId, created_by } = timeline_entry as IDataObject;
		const author = created_by as IDataObject as DevUser;
		expect(jsons()).toEqual([
			{
				...NOTHING,
				provider: 'devrev',
				id,
				number: display_id,
				title: null,
				status: null,
				severity: null,
				url: null,
				service: null,
				assignees: null,
				actor: actorOf(author),
				createdAt: null,
				updatedAt: null,
				vendorStatus: null,
				vendorSeverity: null,
				text: 'Wir sind dran 🚲',
				commentId,
				visibility: 'internal',
				eventType: 'timeline_entry_created',
				eventTime: sentEvent().timestamp,
				deliveryId: sentEvent().id,
			},
		]);
	});

	it('a comment is changed and deleted', async () => {
		await start({ events: ['timeline_entry_updated', 'timeline_entry_deleted'] });
		const { id } = incidentOf(on);
		const { timeline_entry } = await call('/timeline-entries.create', {
			type: 'timeline_comment',
			object: id,
			body: 'One',
		});
		const { id: commentId } = timeline_entry as IDataObject;
		expect(jsons()).toEqual([]);
		await call('/timeline-entries.update', {
			type: 'timeline_comment',
			id: commentId,
			body: 'Two',
		});
		await call('/timeline-entries.delete', { id: commentId });
		expect(jsons()).toEqual([
			expect.objectContaining({ eventType: 'timeline_entry_updated', id, commentId, text: 'Two' }),
			expect.objectContaining({ eventType: 'timeline_entry_deleted', id, commentId, text: 'Two' }),
		]);
	});
});

describe('the output', () => {
	it('is the event as it came without Simplify, with what is known of it', async () => {
		await start({ simplify: false });
		await announce('incident_created', { incident: triage() });
		const event = sentEvent();
		expect(jsons()).toEqual([
			{
				...NOTHING,
				text: undefined,
				eventType: 'incident_created',
				eventTime: event.timestamp,
				deliveryId: event.id,
				event,
			},
		]);
	});

	it('has the event beside the record on request', async () => {
		await start({ options: { includeRawEvent: true } });
		await announce('incident_created', { incident: triage() });
		expect(jsons()).toEqual([
			expect.objectContaining({ title: triage().title, event: sentEvent() }),
		]);
	});

	it.each(['bytes', 'text'] as const)('says how it was signed (%s)', async (key) => {
		on.sandbox.state('devRev').webhooks.signing = { key, digest: 'hex' };
		await start();
		expect(webhook().status).toBe('active');
		on.sandbox.state('devRev').webhooks.signing = { key, digest: 'base64' };
		await announce('incident_created', { incident: triage() });
		on.sandbox.state('devRev').webhooks.signing = { key, digest: 'hex' };
		await announce('incident_created', { incident: triage() });
		expect(jsons().map((json) => json.signature)).toEqual([`${key}/base64`, `${key}/hex`]);
	});

	it.each([{}, { simplify: false }, { options: { fetchIncident: true } }])(
		'has the same keys for all events (%j)',
		async (more) => {
			await start(more);
			const incident = triage();
			await announce('incident_created', { incident });
			await announce('incident_updated', { incident, old_incident: incident });
			await announce('incident_updated', { incident });
			await announce('incident_deleted', { id: incident.id });
			await announce('timeline_entry_created', { entry: { id: 'x', object: incident.id } });
			const keys = jsons().map((json) => Object.keys(json).join(' '));
			expect(keys).toHaveLength(5);
			expect(new Set(keys).size).toBe(1);
		},
	);

	it('holds neither the token nor the secret nor a signature', async () => {
		await start({ options: { includeRawEvent: true, fetchIncident: true } });
		await announce('incident_created', { incident: triage() });
		const shown = JSON.stringify(jsons());
		const { headers } = deliveries().sent[0];
		for (const word of ['sandbox-devrev-token', webhook().secret, headers['x-devrev-signature']]) {
			expect(shown).not.toContain(word);
		}
	});
});

describe('which events', () => {
	const update = (now: object, before: object | undefined = triage()) => ({
		incident: { ...triage(), ...now },
		...(before ? { old_incident: before } : {}),
	});
	const worse = { severity: { id: 1, label: 'sev-0' } };
	const over = () => ({
		stage: {
			stage: { id: stageId(on, 'resolved'), name: 'resolved' },
			state: { name: 'closed', is_final: true },
		},
	});

	it.each([
		['incident_severity_changed', () => worse],
		['incident_stage_changed', over],
		['incident_resolved', over],
		['incident_owner_changed', () => ({ owned_by: [] })],
	])('%s starts on that change only', async (event, change) => {
		await start({ events: [event] });
		expect(webhook().event_types).toEqual(['incident_updated']);
		await announce('incident_updated', update({ title: 'Other' }));
		expect(host.runs).toEqual([]);
		await announce('incident_updated', update(change()));
		expect(jsons()).toEqual([
			expect.objectContaining({
				eventType: 'incident_updated',
				changes: expect.arrayContaining([event]),
				uncertainChanges: [],
			}),
		]);
	});

	it('an update without the old incident may be any of them, and says so', async () => {
		await start({ events: ['incident_severity_changed'] });
		await announce('incident_updated', { incident: triage() });
		expect(jsons()).toEqual([
			expect.objectContaining({
				changes: [],
				uncertainChanges: [
					'incident_owner_changed',
					'incident_severity_changed',
					'incident_stage_changed',
				],
				previousSeverity: null,
				previousAssignees: null,
			}),
		]);
	});

	it.each(SHAPES)('a resolution is not lost when stages come %s', async (shape) => {
		on.sandbox.state('devRev').stageShape = shape;
		await start({ events: ['incident_resolved'] });
		const { id } = seeded(on, 'mitigated');
		await call('/incidents.update', { id, stage: { stage: stageId(on, 'resolved') } });
		expect(jsons()).toEqual([expect.objectContaining({ eventType: 'incident_updated', id })]);
		const { changes, uncertainChanges, status } = jsons()[0];
		const isTold = (changes as string[]).includes('incident_resolved');
		expect(isTold || (uncertainChanges as string[]).includes('incident_resolved')).toBe(true);
		expect(status).toBe(isTold ? 'resolved' : null);
		// A change of something else is no resolution, whatever the shape.
		await call('/incidents.update', { id: seeded(on, 'acknowledged').id, title: 'Other' });
		expect(host.runs).toHaveLength(1);
	});

	it('but an incident that is open is not resolved', async () => {
		await start({ events: ['incident_resolved'] });
		await announce('incident_updated', { incident: triage() });
		expect(host.runs).toEqual([]);
		await announce('incident_updated', { incident: { ...triage(), ...over() } });
		expect(host.runs).toHaveLength(1);
	});

	it.each([
		['an event that is not chosen', 'incident_deleted', { id: 'don:x' }],
		[
			'a comment on something else',
			'timeline_entry_created',
			{ entry: { id: 'x', type: 'timeline_comment', object: 'don:y', object_type: 'ticket' } },
		],
		[
			'a change in the timeline',
			'timeline_entry_created',
			{ entry: { id: 'x', type: 'timeline_change_event', object_type: 'incident' } },
		],
	])('ignores %s with 200', async (_, type, data) => {
		await start({ events: ['incident_created', 'timeline_entry_created'] });
		webhook().event_types.push('incident_deleted');
		const { statuses, answer } = await announce(type, data);
		expect([statuses, host.runs]).toEqual([[200], []]);
		expect(answer).toEqual({ message: expect.stringMatching(/^Ignored: /) });
	});

	it('passes on an event that DevRev may add tomorrow', async () => {
		await start();
		webhook().event_types.push('incident_dreamt_of');
		await announce('incident_dreamt_of', { colour: 'blue' });
		await announce('incident_dreamt_of', { incident: triage() });
		expect(jsons()).toEqual([
			expect.objectContaining({ eventType: 'incident_dreamt_of', id: null, title: null }),
			expect.objectContaining({ eventType: 'incident_dreamt_of', title: triage().title }),
		]);
	});

	it('passes on an incident of which only ID and title are there', async () => {
		await start();
		await announce('incident_created', { incident: { id: 'don:x', title: 'Bare' } });
		await announce('incident_created', {});
		await announce('incident_created', { incident: null });
		expect(jsons().map(({ id, title, status }) => [id, title, status])).toEqual([
			['don:x', 'Bare', null],
			[null, null, null],
			[null, null, null],
		]);
	});
});

describe('filters', () => {
	const comment = { entry: { id: 'c', object: 'don:o:incident/1', object_type: 'incident' } };
	const ids = company;
	type Case = [string, () => [INodeParameters, object, object]];
	const cases: Case[] = [
		[
			'severity',
			() => [{ severityIds: ['1'] }, { severity: { id: 2 } }, { severity: { id: 1, label: 'x' } }],
		],
		[
			'severity, of which it has none',
			() => [{ severityIds: ['1'] }, { severity: undefined }, { severity: { id: 1 } }],
		],
		[
			'owner',
			() => [
				{ ownerIds: rowsOfIds('ownerId', [ids(on).anna]) as INodeParameters },
				{ owned_by: [{ id: ids(on).juergen }] },
				{ owned_by: [{ id: ids(on).juergen }, { id: ids(on).anna }] },
			],
		],
		[
			'owner, by number',
			() => [
				{ ownerIds: rowsOfIds('ownerId', ['DEVU-2']) as INodeParameters },
				{ owned_by: [{ id: 'don:a', display_id: 'DEVU-1' }] },
				{ owned_by: [{ id: 'don:b', display_id: 'DEVU-2' }] },
			],
		],
		[
			'part, by a number that the event does not name',
			() => [
				{ partIds: rowsOfIds('partId', ['CAPL-2']) as INodeParameters },
				{ applies_to_parts: [] },
				{ applies_to_parts: [{ id: ids(on).checkout }] },
			],
		],
		[
			'part',
			() => [
				{ partIds: rowsOfIds('partId', [ids(on).checkout]) as INodeParameters },
				{ applies_to_parts: [{ id: ids(on).shop }] },
				{ applies_to_parts: [{ id: ids(on).checkout }] },
			],
		],
		[
			'stage',
			() => [
				{ stageIds: rowsOfIds('stageId', [ids(on).fixing]) as INodeParameters },
				{ stage: { stage: { id: ids(on).triage } } },
				{ stage: { stage: { id: ids(on).fixing } } },
			],
		],
		[
			'user to ignore',
			() => [
				{ ignoredActorIds: rowsOfIds('ignoredActorId', [ids(on).anna]) as INodeParameters },
				{ created_by: { id: ids(on).anna } },
				{ created_by: { id: ids(on).juergen } },
			],
		],
	];

	it.each(cases)('by %s', async (_, values) => {
		const [filters, unwanted, wanted] = values();
		await start({ filters });
		const { statuses } = await announce('incident_created', {
			incident: { ...triage(), ...unwanted },
		});
		expect([statuses, host.runs]).toEqual([[200], []]);
		await announce('incident_created', { incident: { ...triage(), ...wanted } });
		expect(host.runs).toHaveLength(1);
		// A comment does not say, and is not lost.
		await announce('timeline_entry_created', comment);
		expect(host.runs).toHaveLength(2);
	});

	it('by visibility of comments', async () => {
		await start({ filters: { visibilities: ['internal', 'private'] } });
		const of = (visibility: string) => ({ entry: { ...comment.entry, visibility } });
		await announce('timeline_entry_created', of('external'));
		expect(host.runs).toEqual([]);
		await announce('timeline_entry_created', of('private'));
		await announce('timeline_entry_created', comment);
		await announce('incident_created', { incident: triage() });
		expect(host.runs).toHaveLength(3);
	});

	it('comments of the node itself do not start it again', async () => {
		const bot = String(BOT().id);
		await start({
			filters: { ignoredActorIds: rowsOfIds('ignoredActorId', [bot]) as INodeParameters },
		});
		const of = (created_by: object) => ({ entry: { ...comment.entry, created_by } });
		await announce('timeline_entry_created', of({ id: bot }));
		expect(host.runs).toEqual([]);
		await announce('timeline_entry_created', of({ id: company(on).anna }));
		expect(host.runs).toHaveLength(1);
	});
});

describe('Fetch Full Incident', () => {
	const options = { fetchIncident: true };
	const comment = (object: string) => ({
		entry: { id: `${object}:comment/1`, object, object_type: 'incident', body: 'Hi' },
	});

	it('reads the whole incident', async () => {
		await start({ options });
		const incident = seeded(on, 'triage');
		incident.custom_fields = { tnt__shop: 'Bern' };
		await announce('incident_created', { incident: triage() });
		expect(on.requests().map(comparable)).toEqual([
			{
				method: 'POST',
				path: '/incidents.get',
				query: {},
				headers: HEADERS,
				body: { id: incident.id },
			},
		]);
		expect(jsons()).toEqual([
			expect.objectContaining({
				...recordOf(on, incident.id),
				incident: expect.objectContaining({ custom_fields: { tnt__shop: 'Bern' } }),
				fetchFailure: null,
			}),
		]);
	});

	it('tells what the incident of a comment is like, for the filters too', async () => {
		await start({ options, filters: { severityIds: ['1'] } });
		const { id } = seeded(on, 'resolved');
		await announce('timeline_entry_created', comment(seeded(on, 'triage').id));
		expect(host.runs).toEqual([]);
		await announce('timeline_entry_created', comment(id));
		expect(jsons()).toEqual([
			expect.objectContaining({ ...recordOf(on, id), text: 'Hi', actor: null }),
		]);
	});

	it('does not read what is deleted, or filtered out', async () => {
		await start({ options, filters: { severityIds: ['4'] } });
		await announce('incident_deleted', { id: 'don:x', old_incident: triage() });
		await announce('incident_created', { incident: { ...triage(), severity: { id: 1 } } });
		expect(on.requests()).toEqual([]);
		expect(jsons()).toEqual([
			expect.objectContaining({
				title: triage().title,
				incident: null,
				fetchFailure: 'The incident is deleted',
			}),
		]);
	});

	it.each([
		[
			'refuses',
			{ status: 403, body: { type: 'forbidden', message: 'No' } },
			"DevRev refused 'Fetch the incident': No",
		],
		['is slow', { delayMs: 2_500 }, "DevRev did not answer 'Fetch the incident' within 2 s"],
		[
			'limits for long',
			{ status: 429, headers: { 'retry-after': '60' }, body: {} },
			"DevRev is limiting requests and did not do 'Fetch the incident'",
		],
		[
			'answers something else',
			{ status: 200, body: { incident: {} }, times: Infinity },
			expect.stringMatching(/Fetch the incident/),
		],
	])('passes the event on as it came when DevRev %s', async (_, fault, failure) => {
		await start({ options });
		on.sandbox.fault('devRev', { path: '/incidents.get', ...fault });
		const begin = Date.now();
		const { statuses } = await announce('incident_created', { incident: triage() });
		expect(Date.now() - begin).toBeLessThan(2_900);
		expect(statuses).toEqual([200]);
		expect(jsons()).toEqual([
			expect.objectContaining({
				title: triage().title,
				vendorStatus: 'triage',
				incident: null,
				fetchFailure: failure,
			}),
		]);
	});

	it('says so when the event names no incident', async () => {
		await start({ options });
		await announce('incident_created', {});
		expect(jsons()).toEqual([
			expect.objectContaining({ incident: null, fetchFailure: 'The event names no incident' }),
		]);
	});
});

describe('what is not genuine', () => {
	const at = (offsetMs = 0) => new Date(Date.now() + offsetMs).toISOString();
	let number = 0;
	const body = (timestamp: string | undefined = at()) =>
		encoded({
			id: `E${(number += 1)}`,
			timestamp,
			type: 'incident_created',
			incident_created: { incident: triage() },
		});
	const sign = (text: string, secret = webhook().secret) =>
		signature(secret, text, { key: 'bytes', digest: 'base64' });
	const post = async (text: string, header: string | string[] | undefined = sign(text)) => {
		const { status, data } = await axios.post<unknown>(host.url, text, {
			headers: {
				'content-type': 'application/json',
				...(header === undefined ? {} : { 'x-devrev-signature': header }),
			},
			validateStatus: () => true,
			transformRequest: (raw: string) => raw,
		});
		return { status, data };
	};

	it.each([
		['an empty one', () => ''],
		['upper case', (text: string) => sign(text).toUpperCase()],
		['cut off', (text: string) => sign(text).slice(0, -1)],
		['doubled in one header', (text: string) => `${sign(text)}, ${sign(text)}`],
		['doubled in two headers', (text: string) => [sign(text), sign(text)]],
		['re-ordered', (text: string) => [...sign(text)].reverse().join('')],
		['with another secret', (text: string) => sign(text, Buffer.alloc(24).toString('base64'))],
		['of other bytes', (text: string) => sign(`${text} `)],
		[
			'of the same JSON in other words',
			(text: string) => sign(JSON.stringify(JSON.parse(text), null, 1)),
		],
	])('%s: 401 and no run', async (_, header) => {
		await start();
		const text = body();
		expect(await post(text, header(text))).toEqual({
			status: 401,
			data: { message: expect.stringMatching(/^the signature is not right/) },
		});
		expect(host.runs).toEqual([]);
	});

	it('none: 401 and no run', async () => {
		await start();
		const { status } = await axios.post(host.url, body(), { validateStatus: () => true });
		expect([status, host.runs]).toEqual([401, []]);
	});

	it('the delivery of another workflow: 401', async () => {
		await start();
		const { headers, body: text } = await announce('incident_created', { incident: triage() });
		host.change({ webhookId: '5f3c9b1e-0000-4000-8000-000000000009' });
		const { statuses } = await deliveries().send({ headers, body: text, url: host.url });
		expect([statuses, host.runs.length]).toEqual([[401, 401, 401], 1]);
	});

	it('is checked in a process that registered nothing', async () => {
		await start();
		host.staticData = {};
		expect((await post(body())).status).toBe(200);
		expect(host.runs).toHaveLength(1);
	});

	it('a token that was changed closes the door until the workflow is published again', async () => {
		await start();
		const { tokens } = on.sandbox.state('devRev');
		tokens.set('new-token', [...tokens.values()][0]);
		host.change({ credentials: on.credentials({ accessToken: 'new-token' }) });
		expect(await post(body())).toEqual({
			status: 401,
			data: { message: expect.stringContaining('publish the workflow again') },
		});
		await host.activate();
		await deliveries().idle();
		expect((await post(body())).status).toBe(200);
	});

	it.each([
		['no credential', () => ({})],
		['no token in it', () => on.credentials({ accessToken: '' })],
	])('%s: nothing can be checked, and DevRev is to try again', async (_, credentials) => {
		await start();
		host.change({ credentials: credentials() });
		expect(await post(body())).toEqual({
			status: 503,
			data: { message: expect.stringContaining('cannot be read') },
		});
		expect(host.runs).toEqual([]);
	});

	it.each([
		['six minutes old', -360_000, {}, 401],
		['four minutes old', -240_000, {}, 200],
		['six minutes ahead', 360_000, {}, 401],
		['six minutes old, with ten allowed', -360_000, { options: { maximumAge: 10 } }, 200],
		['a year old, with any age allowed', -31_536_000_000, { options: { maximumAge: 0 } }, 200],
	])('a time stamp %s', async (_, offset, more, status) => {
		await start(more);
		const { status: answered, data } = await post(body(at(offset)));
		expect([answered, host.runs.length]).toEqual([status, status === 200 ? 1 : 0]);
		if (status === 401) {
			expect(data).toEqual({ message: expect.stringContaining('its time is 6 minutes off') });
		}
	});

	it('an event without a readable time was never caught, and passes', async () => {
		await start();
		expect((await post(body('yesterday'))).status).toBe(200);
		expect(jsons()).toEqual([expect.objectContaining({ eventTime: 'yesterday' })]);
	});

	it.each([
		['no JSON', '{', 422],
		['a list', '[1]', 200],
		['a text', '"x"', 200],
		['null', 'null', 200],
		['nothing', '', 200],
		['an object of nothing', '{}', 200],
		['of odd types', '{"id":{},"type":["verify"],"timestamp":7}', 200],
		['its own prototype', '{"type":"__proto__","__proto__":{"incident":{"id":"x"}}}', 200],
	])('a genuine body that is %s is answered', async (_, text, status) => {
		await start();
		expect((await post(text)).status).toBe(status);
	});

	it.each([
		[900_000, 200, 1],
		[1_000_000, 413, 0],
		[15_000_000, 413, 0],
	])('an event of %i bytes and some more is answered with %i', async (length, status, runs) => {
		await start();
		const long = encoded({
			id: 'long',
			type: 'incident_created',
			incident_created: { incident: { ...triage(), body: 'x'.repeat(length) } },
		});
		expect((await post(long, 'x')).status).toBe(status === 200 ? 401 : 413);
		expect((await post(long, sign(long))).status).toBe(status);
		expect(host.runs).toHaveLength(runs);
	});
});

describe('repeats', () => {
	it('copies at the same moment start one run', async () => {
		await start();
		const { url, headers, body } = await announce('incident_created', { incident: triage() });
		await Promise.all([1, 2, 3].map(async () => await deliveries().send({ url, headers, body })));
		expect(host.answers).toEqual([200, 200, 200, 200]);
		expect(host.runs).toHaveLength(1);
	});

	it('another event about the same incident starts another', async () => {
		await start();
		await announce('incident_created', { incident: triage() });
		await announce('incident_created', { incident: triage() });
		expect(host.runs).toHaveLength(2);
	});

	it('a test listens beside the published workflow', async () => {
		await start();
		const { headers, body } = await announce('incident_created', { incident: triage() });
		host.change({ isTest: true });
		await deliveries().send({ url: host.url, headers, body });
		expect(host.runs).toHaveLength(2);
	});
});
