import { createHmac } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import { receiver as bleemeo } from '../../../nodes/Bleemeo/trigger/receiver';
import { receiver as devHelm } from '../../../nodes/DevHelm/trigger/receiver';
import { receiver as devRev } from '../../../nodes/DevRev/trigger/receiver';
import { secretFor } from '../../../nodes/DevRev/trigger/secret';
import { receiver as pagerDuty } from '../../../nodes/PagerDuty/trigger/receiver';
import { Parameters } from '../../../nodes/shared/form/parameters';
import type { Delivery, Receiver, Verdict } from '../../../nodes/shared/trigger/receive';
import { signature as devHelmSignature } from '../../sandbox/devhelm/webhooks';
import { randomFrom } from '../../sandbox/core/random';

const ROUNDS = 10_000;
const SECRET = 'a-secret-of-this-test';
const TOKEN = 'k3Jx-9_Qw.Zr~7TbMn2LpV4s';
const ADDRESS = '5f3c9b1e/webhook';

interface Case {
	receiver: Receiver;
	parameters: IDataObject;
	credential?: IDataObject;
	/** Signed, or with its token; without an ID it is told by its bytes. */
	sign: (raw: Buffer) => Partial<Delivery>;
	events: IDataObject[];
	/** What nobody signs, and the vendor sends all the same. */
	unsigned: string[];
}

const hmac = (key: string | Buffer, raw: Buffer) =>
	createHmac('sha256', key).update(raw).digest('hex');

const CASES: { [name: string]: Case } = {
	pagerDuty: {
		receiver: pagerDuty,
		parameters: { events: ['incident.triggered'], simplify: true },
		sign: (raw) => ({ headers: { 'x-pagerduty-signature': `v1=${hmac(SECRET, raw)}` } }),
		events: [
			{
				event: { id: '01A', event_type: 'incident.triggered', occurred_at: '2020-10-02T18:45:22Z' },
			},
			{ event: { event_type: 'incident.triggered' } },
			{ event: { event_type: 'incident.dreamt_of', data: { type: 'dream' } } },
		],
		unsigned: ['x-webhook-id', 'x-webhook-subscription', 'user-agent', 'x-request-id'],
	},
	devRev: {
		receiver: devRev,
		parameters: { events: ['incident_created'], simplify: true },
		credential: { accessToken: 'token' },
		sign: (raw) => ({
			headers: { 'x-devrev-signature': hmac(secretFor({ accessToken: 'token' }, ADDRESS), raw) },
		}),
		events: [
			{ id: 'don:1', type: 'incident_created', incident_created: { incident: { id: 'i' } } },
			{ type: 'incident_created', incident_created: { incident: { id: 'i' } } },
		],
		unsigned: ['x-devrev-event-id', 'x-webhook-id', 'user-agent', 'x-request-id'],
	},
	devHelm: {
		receiver: devHelm,
		parameters: { events: ['incident.created'], simplify: true },
		credential: { webhookSecret: SECRET },
		sign: (raw) => {
			const now = Math.floor(Date.now() / 1000);
			const signed = devHelmSignature(SECRET, now, raw.toString(), ':');
			return { headers: { 'x-devhelm-signature': signed } };
		},
		events: [
			{ id: 'evt_1', type: 'incident.created', data: { id: 'x' } },
			{ type: 'incident.created', data: { id: 'x' } },
			{ data: { id: 'x' } },
		],
		unsigned: ['x-devhelm-delivery', 'x-devhelm-event', 'x-devhelm-timestamp', 'user-agent'],
	},
	bleemeo: {
		receiver: bleemeo,
		parameters: { webhookToken: TOKEN, simplify: true },
		sign: () => ({ query: { token: TOKEN } }),
		events: [
			{
				id: '2489e9ad-2ee2-4e00-8ec9-32d5f69181c0',
				status: 2,
				modified_at: '2026-11-24T10:00:00Z',
			},
			{ title: 'x', status: 2 },
		],
		unsigned: ['x-webhook-id', 'user-agent', 'x-request-id', 'x-forwarded-for'],
	},
};

describe.each(Object.entries(CASES))('%s', (_, one) => {
	const parameters = new Parameters({
		properties: one.receiver.form,
		timezone: 'UTC',
		get: (name) => one.parameters[name],
	});
	const context = {
		getCredentials: async () => one.credential,
		getWorkflowStaticData: () => ({ secret: SECRET }),
	};
	const judge = async (delivery: Delivery): Promise<Verdict> =>
		await one.receiver.judge(delivery, parameters, context as never);

	it(`none of ${ROUNDS} replays under other unsigned headers is taken for another delivery`, async () => {
		const random = randomFrom(20_261_127);
		const any = () => Math.floor(random() * 1e9).toString(36);
		const keys = new Set<string>();
		for (let round = 0; round < ROUNDS; round += 1) {
			const event = one.events[round % one.events.length];
			const raw = Buffer.from(JSON.stringify(event));
			const { headers, query } = one.sign(raw);
			const added = Object.fromEntries(
				one.unsigned.filter(() => random() < 0.7).map((name) => [name, any()]),
			);
			const verdict = await judge({
				headers: { ...added, [`x-${any()}`]: any(), ...headers },
				query: { ...(random() < 0.5 ? { [any()]: any() } : {}), ...query },
				path: `/webhook/${ADDRESS}`,
				raw,
				body: event,
				address: ADDRESS,
			});
			if (verdict.kind !== 'accept') throw new TypeError(JSON.stringify(verdict));
			const [item] = verdict.items;
			expect(item.deliveryId).toBe(verdict.id);
			keys.add(String(verdict.id));
		}
		expect(keys.size).toBe(one.events.length);
		expect(keys).not.toContain('undefined');
	});
});
