import { ExecuteContext } from 'n8n-core';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, comparable, suite } from '../../support/suite';
import { linkIn, WaitingHost, type Waited } from '../../support/waiting';
import { until } from '../../host/rest-session';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const stateOf = () => on.sandbox.state('pagerDuty');
const serviceId = () => byId([...stateOf().services.keys()][0]);

const ask = (fields: IDataObject = {}) => ({
	resource: 'incident',
	operation: 'sendAndWait',
	message: 'May I restart checkout-1?\nIt has run out of memory.',
	serviceId: serviceId(),
	...fields,
});

let host: WaitingHost;

afterEach(async () => await host?.stop());

/** Asks, and gives what is needed to answer. */
async function asked(fields: IDataObject = {}, more = {}) {
	host = await WaitingHost.start({
		node: new PagerDutyIncidents(),
		parameters: ask(fields) as INodeParameters,
		credentials: on.credentials({}),
		...more,
	});
	const [item] = await host.ask();
	const waiting = item.json as unknown as Waited;
	const incident = stateOf().incidents.get(String(waiting.incident.id));
	if (!incident) throw new Error('No incident was made');
	const [{ body }] = on
		.requests()
		.filter(({ method, path }) => `${method} ${path}` === 'POST /incidents')
		.slice(-1);
	const { details } = (body as { incident: { body: { details: string } } }).incident.body;
	return { waiting, incident, link: linkIn(details), details };
}

const outcome = () => (host.answers[0]?.[0].json as unknown as Waited | undefined)?.data;

const KEY = /^[0-9a-f]{32}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describe('the request', () => {
	it('is that of Create, with the question and the link for its answer as its text', async () => {
		const { priorities, escalationPolicies } = stateOf();
		const [priorityId] = priorities.keys();
		const [policy] = escalationPolicies.keys();
		const result = await on.run(
			ask({
				additionalFields: {
					title: 'Restart checkout-1?',
					conferenceUrl: 'https://meet.example.com/incident',
					escalationPolicyId: byId(policy),
					priorityId,
					urgency: 'low',
					extraFields: '{ "new_field": 0 }',
				},
				options: {
					from: 'ops-bot@alpenrad.example',
					limitWaitTime: { values: { amount: 10, unit: 'minutes' } },
				},
			}),
		);
		const { question } = result.items[0].json as unknown as Waited;
		const { body } = on.theRequest();
		expect(body).toEqual({
			incident: {
				type: 'incident',
				title: 'Restart checkout-1?',
				service: { id: serviceId().value, type: 'service_reference' },
				priority: { id: priorityId, type: 'priority_reference' },
				urgency: 'low',
				body: { type: 'incident_body', details: expect.any(String) },
				incident_key: expect.stringMatching(KEY),
				escalation_policy: { id: policy, type: 'escalation_policy_reference' },
				conference_bridge: { conference_url: 'https://meet.example.com/incident' },
				new_field: 0,
			},
		});
		const { details } = (body as { incident: { body: { details: string } } }).incident.body;
		const end = String(question.until).slice(0, 16).replace('T', ' ');
		expect(details.replace(linkIn(details), 'LINK')).toBe(
			`May I restart checkout-1?\nIt has run out of memory.\n\nApprove or decline here: LINK\n\nWithout an answer by ${end} UTC the workflow goes on without one.`,
		);
		expect(new URL(linkIn(details)).searchParams.get('key')).toBe(question.key);
	});

	it('holds nothing that was not filled in: the first line of the question is the title', async () => {
		await on.run(ask({ responseType: 'freeText' }));
		const { body, path, method } = on.theRequest();
		expect([method, path]).toEqual(['POST', '/incidents']);
		const { incident } = body as { incident: { body: { details: string } } };
		expect(incident).toEqual({
			type: 'incident',
			title: 'May I restart checkout-1?',
			service: { id: serviceId().value, type: 'service_reference' },
			body: { type: 'incident_body', details: expect.stringContaining('\n\nAnswer here: http') },
			incident_key: expect.stringMatching(KEY),
		});
	});

	it('takes names where Create does', async () => {
		const [priority] = stateOf().priorities.values();
		await on.run(ask({ additionalFields: { priorityId: priority.name.toLowerCase() } }));
		const { body } = on.requests().slice(-1)[0] as { body: { incident: IDataObject } };
		expect(body.incident.priority).toEqual({ id: priority.id, type: 'priority_reference' });
	});

	it('is shown by Preview Only without a link that works, and nothing waits', async () => {
		host = await WaitingHost.start({
			node: new PagerDutyIncidents(),
			parameters: ask({ options: { previewOnly: true } }) as INodeParameters,
			credentials: on.credentials({}),
		});
		const [{ json }] = await host.ask();
		expect(host.until).toBeUndefined();
		expect(json.preview).toBe(true);
		expect(JSON.stringify(json.body)).toContain(
			'here: [hidden] (the link to the page where it is answered)',
		);
		expect(JSON.stringify(json)).not.toContain('webhook-waiting');
		expect(on.requests()).toEqual([]);
	});
});

describe('what is put out', () => {
	it('is the same when nobody answers in time, and what came in stays what it was', async () => {
		const { waiting, incident } = await asked(
			{ options: { limitWaitTime: { values: { amount: 2, unit: 'hours' } } } },
			{ items: [{ host: 'checkout-1' }] },
		);
		expect(waiting).toEqual({
			data: {
				outcome: 'timedOut',
				approved: null,
				text: null,
				chatInput: 'Nobody answered in time, so this was not approved.',
				by: null,
				via: null,
				respondedAt: null,
			},
			incident: expect.objectContaining({
				provider: 'pagerduty',
				id: incident.id,
				title: 'May I restart checkout-1?',
				status: 'triggered',
			}),
			question: {
				key: expect.stringMatching(KEY),
				message: 'May I restart checkout-1?\nIt has run out of memory.',
				responseType: 'approval',
				continueWhen: 'answered',
				approveLabel: 'Approve',
				declineLabel: 'Decline',
				sendLabel: 'Send',
				closesIncident: false,
				addsNote: false,
				options: {},
				tool: null,
				askedAt: expect.stringMatching(TIME),
				until: expect.stringMatching(TIME),
			},
		});
		expect(host.until?.toISOString()).toBe(waiting.question.until);
		expect(host.input.map(({ json }) => json)).toEqual([{ host: 'checkout-1' }]);
		const [late] = await host.timeOut();
		expect(late.json).toEqual(waiting);
		expect(host.input.map(({ json }) => json)).toEqual([{ host: 'checkout-1' }]);
	});

	it('waits without an end unless there is a limit', async () => {
		const { waiting } = await asked();
		expect(waiting.question.until).toBeNull();
		expect(host.until?.getUTCFullYear()).toBe(3000);
	});

	it('survives the error output, which empties the list that it is given', async () => {
		const { waiting } = await asked({}, { onError: 'continueErrorOutput' });
		const [late] = await host.timeOut();
		expect(late.json).toEqual(waiting);
	});
});

describe('an answer', () => {
	it.each([
		['approve', true, 'Approved'],
		['decline', false, 'Declined'],
	])('%s', async (decision, approved, word) => {
		const { waiting, link } = await asked();
		const shown = await host.visit(link);
		expect(shown.status).toBe(200);
		const { status, text, headers } = await host.visit(link, {
			decision,
			text: ' Go on ',
			name: 'Anna',
		});
		expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
		expect(text).toContain(`<strong>${word}: `);
		expect(host.answers).toEqual([
			[
				{
					json: {
						...waiting,
						data: {
							outcome: 'answered',
							approved,
							text: 'Go on',
							chatInput: 'Go on',
							by: 'Anna',
							via: 'link',
							respondedAt: expect.stringMatching(TIME),
						},
					},
				},
			],
		]);
	});

	it('is a text where one is asked for', async () => {
		const { link } = await asked({ responseType: 'freeText' });
		expect((await host.visit(link, { text: ' \n ' })).status).toBe(400);
		expect(host.answers).toEqual([]);
		expect((await host.visit(link, { text: 'Use the second one' })).status).toBe(200);
		expect(outcome()).toMatchObject({ approved: null, text: 'Use the second one', by: null });
	});

	it('brings the incident as it stands now, and as it was where PagerDuty does not say', async () => {
		const { link, incident } = await asked();
		incident.status = 'acknowledged';
		await host.visit(link, { decision: 'approve' });
		const [[{ json }]] = host.answers;
		expect((json as unknown as Waited).incident.status).toBe('acknowledged');
	});

	it('is taken while PagerDuty is down', async () => {
		const { link, waiting } = await asked();
		on.sandbox.fault('pagerDuty', { method: 'GET', status: 503, body: '', times: 99 });
		expect((await host.visit(link, { decision: 'approve' })).status).toBe(200);
		const [[{ json }]] = host.answers;
		expect((json as unknown as Waited).incident).toEqual(waiting.incident);
	});

	it('is noted, and closes the incident, where the form says so: as the user of the form', async () => {
		const [, user] = [...stateOf().users.values()];
		const { link, incident } = await asked({
			options: { addNote: true, closeOnAnswer: true, from: user.email },
		});
		await host.visit(link, { decision: 'decline', text: 'Not now', name: 'Anna' });
		await until('the incident is closed', async () => incident.status === 'resolved' || undefined);
		const later = on
			.requests()
			.slice(1)
			.filter(({ method }) => method !== 'GET');
		expect(later.map(comparable)).toEqual([
			expect.objectContaining({
				method: 'POST',
				path: `/incidents/${incident.id}/notes`,
				headers: expect.objectContaining({ from: user.email }),
				body: {
					note: {
						content: 'Declined (Decline) by Anna (by link, the name as it was typed): Not now',
					},
				},
			}),
			expect.objectContaining({
				method: 'PUT',
				path: `/incidents/${incident.id}`,
				headers: expect.objectContaining({ from: user.email }),
				body: { incident: { type: 'incident_reference', status: 'resolved' } },
			}),
		]);
	});

	it('counts once: of three at once one is taken, and only that is noted', async () => {
		const { link } = await asked({ options: { addNote: true } });
		const answers = await Promise.all(
			['approve', 'decline', 'approve'].map(
				async (decision) => await host.visit(link, { decision }),
			),
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
		expect(host.answers).toHaveLength(1);
		const notes = () => [...stateOf().details.notes.values()].flat();
		const said = outcome()?.approved ? /^Approved/ : /^Declined/;
		await until(
			'the note',
			async () => notes().some(({ content }) => said.test(content)) || undefined,
		);
		expect(notes().filter(({ content }) => /^(Approved|Declined) \(/.test(content))).toHaveLength(
			1,
		);
	});
});

describe('nothing else ends the wait', () => {
	it.each([
		['a preview', 'GET', undefined, 200],
		['an empty form', 'POST', {}, 400],
		['a decision that there is not', 'POST', { decision: 'maybe' }, 400],
		['two decisions', 'POST', 'decision=approve&decision=decline', 400],
		['a decision in a list', 'POST', 'decision[]=approve', 400],
		['a text that is none', 'POST', 'decision=approve&text[a]=b', 400],
		['a text without end', 'POST', { decision: 'approve', text: 'x'.repeat(10_001) }, 400],
		['a name without end', 'POST', { decision: 'approve', name: 'x'.repeat(201) }, 400],
		['a word of the language', 'POST', { constructor: 'approve' }, 400],
		['news of an event that nobody asked for', 'POST', { look: '1' }, 202],
	])('%s', async (_, method, form, status) => {
		const { link } = await asked();
		const body = typeof form === 'string' ? form : form && new URLSearchParams(form);
		const headers = { 'content-type': 'application/x-www-form-urlencoded' };
		const answer = await fetch(link, { method, body, headers });
		expect(answer.status).toBe(status);
		expect(host.answers).toEqual([]);
		expect(host.thrown).toEqual([]);
	});

	it('a link of an earlier round, or one that lacks its key', async () => {
		const first = await asked();
		const context = new URL(first.link);
		await host.stop();
		const { link } = await asked({}, { executionId: 'execution-2' });
		expect(new URL(link).searchParams.get('key')).not.toBe(context.searchParams.get('key'));
		const altered = new URL(link);
		altered.searchParams.set('key', String(context.searchParams.get('key')));
		expect((await host.visit(String(altered), { decision: 'approve' })).status).toBe(401);
		expect(host.answers).toEqual([]);
	});
});

describe('what happens at PagerDuty', () => {
	const tell = async (link: string) => await host.visit(link, { look: '1' });

	it.each([
		['acknowledged', 'acknowledged'],
		['acknowledged', 'resolved'],
		['resolved', 'resolved'],
	])('ends the wait for "%s" when it is %s', async (continueWhen, status) => {
		const { link, incident, waiting } = await asked({ continueWhen });
		expect((await tell(link)).status).toBe(202);
		expect(host.answers).toEqual([]);
		Object.assign(incident, { status });
		expect((await tell(link)).status).toBe(200);
		expect(host.answers).toEqual([
			[
				{
					json: {
						...waiting,
						incident: expect.objectContaining({ id: incident.id, status }),
						data: {
							outcome: status,
							approved: null,
							text: null,
							chatInput: `The incident was ${status}, but nobody has approved this.`,
							by: incident.last_status_change_by.summary,
							via: 'vendor',
							respondedAt: expect.stringMatching(TIME),
						},
					},
				},
			],
		]);
	});

	it('does not end it where only a resolved incident counts', async () => {
		const { link, incident } = await asked({ continueWhen: 'resolved' });
		incident.status = 'acknowledged';
		expect((await tell(link)).status).toBe(202);
		expect(host.answers).toEqual([]);
	});

	it('is not believed of anybody: while PagerDuty is down the wait goes on', async () => {
		const { link, incident } = await asked({ continueWhen: 'resolved' });
		incident.status = 'resolved';
		on.sandbox.fault('pagerDuty', { method: 'GET', status: 503, body: '', times: 99 });
		const answer = await tell(link);
		expect([answer.status, answer.headers['cache-control']]).toEqual([503, 'no-store']);
		expect(answer.text).toContain('the workflow still waits');
		expect(host.answers).toEqual([]);
	});
});

describe('is refused before anybody is paged:', () => {
	it.each<[string, IDataObject, string]>([
		['no question', { message: ' ' }, "'Message' is empty"],
		['a question without end', { message: 'x'.repeat(10_001) }, "'Message' is longer than 10,000"],
		[
			'a limit below a minute',
			{ options: { limitWaitTime: { values: { amount: 0, unit: 'minutes' } } } },
			"'Amount' cannot be 0",
		],
		[
			'half a minute',
			{ options: { limitWaitTime: { values: { amount: 0.5, unit: 'minutes' } } } },
			"'Amount' must be a whole number",
		],
		[
			'a limit beyond a year',
			{ options: { limitWaitTime: { values: { amount: 366, unit: 'days' } } } },
			"'Amount' is longer than a year",
		],
		[
			'a limit whose expression gives nothing',
			{ options: { limitWaitTime: { values: { amount: '={{ $json.nothing }}', unit: 'days' } } } },
			"'Amount' cannot be empty",
		],
		[
			'a label without end',
			{ options: { approveLabel: 'x'.repeat(41) } },
			"'Approve Button Label' is longer than 40",
		],
		[
			'a text in the place of ours',
			{ additionalFields: { extraFields: '{ "body": { "details": "Mine" } }' } },
			"'Extra Fields (JSON)' replaces the text",
		],
		[
			'a key',
			{ additionalFields: { extraFields: '{ "incident_key": "mine" }' } },
			"'Extra Fields (JSON)' cannot set an incident key",
		],
		['an unknown end', { continueWhen: 'never' }, "'Continue When'"],
	])('%s', async (_, fields, message) => {
		const { error } = await on.run(ask(fields));
		expect(error?.message).toContain(message);
		expect(on.requests()).toEqual([]);
	});

	it('more than one item', async () => {
		const { error } = await on.run(ask(), { items: [{}, {}, {}] });
		expect(error?.message).toContain('asks one question at a time, and 3 items came in');
		expect(error?.description).toContain("'Loop Over Items'");
		expect(on.requests()).toEqual([]);
	});
});

it('nothing waits when PagerDuty refuses the page', async () => {
	on.sandbox.fault('pagerDuty', {
		method: 'POST',
		path: '/incidents',
		status: 403,
		body: { error: { message: 'Not allowed', code: 2010 } },
	});
	const { error } = await on.run(ask());
	expect(error?.message).toContain('Not allowed');
	expect(stateOf().incidents.size).toBe(6);
});

describe('on an older n8n', () => {
	const given = (name: string, value: unknown) =>
		Object.defineProperty(ExecuteContext.prototype, name, { value, configurable: true });

	it('the check of signatures is asked for, where that is needed', async () => {
		const demand = jest.fn();
		given('setSignatureValidationRequired', demand);
		try {
			await asked();
		} finally {
			Reflect.deleteProperty(ExecuteContext.prototype, 'setSignatureValidationRequired');
		}
		expect(demand).toHaveBeenCalledTimes(1);
	});

	it('nobody is paged where there are no signed links', async () => {
		given('getSignedResumeUrl', undefined);
		try {
			const { error } = await on.run(ask());
			expect(error?.message).toContain('This n8n is too old to wait for an answer');
			expect(on.requests()).toEqual([]);
		} finally {
			Reflect.deleteProperty(ExecuteContext.prototype, 'getSignedResumeUrl');
		}
	});
});

it('a key that the user has given before the operation was changed is left out', async () => {
	const { incident } = await asked({
		additionalFields: { incidentKey: 'mine', body: 'Mine' },
		options: { onDuplicate: 'fail' },
	});
	expect(incident.incident_key).toMatch(KEY);
});

it("n8n's Retry On Fail meets the same incident and asks with the same link", async () => {
	const { link } = await asked();
	const before = stateOf().incidents.size;
	await host.stop();
	on.sandbox.clearRequests();
	const again = await asked();
	expect(stateOf().incidents.size).toBe(before);
	expect(new URL(again.link).searchParams.get('key')).toBe(new URL(link).searchParams.get('key'));
});
