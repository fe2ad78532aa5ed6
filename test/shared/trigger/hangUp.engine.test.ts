import axios from 'axios';
import { sleep } from 'n8n-workflow';
import type { IDataObject, INodeType } from 'n8n-workflow';

import { BleemeoTrigger } from '../../../nodes/Bleemeo/BleemeoTrigger.node';
import { DevHelmTrigger } from '../../../nodes/DevHelm/DevHelmTrigger.node';
import { DevRevTrigger } from '../../../nodes/DevRev/DevRevTrigger.node';
import { PagerDutyIncidentsTrigger } from '../../../nodes/PagerDuty/PagerDutyIncidentsTrigger.node';
import type { Vendor } from '../../sandbox';
import { webhookIncident as devRevIncident } from '../../sandbox/devrev/webhooks/watch';
import type { Deliveries, Outgoing } from '../../sandbox/core/deliveries';
import { suite } from '../../support/suite';
import { TriggerHost } from '../../support/trigger';

/** A trigger, and how its vendor tells of something; the vendor is slow where the trigger asks it. */
interface Case {
	name: string;
	vendor: Vendor;
	credential: Parameters<typeof suite>[1];
	node: INodeType;
	parameters: IDataObject;
	/** A delivery as the vendor makes it, not sent. */
	made: (on: ReturnType<typeof suite>, host: TriggerHost) => Promise<Outgoing> | Outgoing;
	/** What the trigger asks the vendor. */
	asked?: string;
}

/** What the vendor sends by itself goes nowhere; the test sends it. */
async function caught(deliveries: Deliveries, announce: () => unknown): Promise<Outgoing> {
	const found: Outgoing[] = [];
	const spy = jest.spyOn(deliveries, 'send').mockImplementation(async (outgoing) => {
		found.push(outgoing);
		return { ...outgoing, statuses: [], isDone: true };
	});
	await announce();
	spy.mockRestore();
	return found[0];
}

const TOKEN = 'k3Jx-9_Qw.Zr~7TbMn2LpV4s';
let number = 0;

const CASES: Case[] = [
	{
		name: 'DevHelm, which is asked about an unsigned delivery',
		vendor: 'devHelm',
		credential: 'devHelmApi',
		node: new DevHelmTrigger(),
		parameters: { events: ['incident.created'] },
		asked: '/api/v1/incidents/',
		made: (on, { url }) => {
			const [{ id }] = on.sandbox.state('devHelm').incidents.values();
			const event = { id: `evt_${(number += 1)}`, type: 'incident.created', data: { id } };
			return {
				url,
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(event),
			};
		},
	},
	{
		name: 'DevRev, which is asked for the whole incident',
		vendor: 'devRev',
		credential: 'devRevApi',
		node: new DevRevTrigger(),
		parameters: { events: ['incident_created'], options: { fetchIncident: true } },
		asked: '/incidents.get',
		made: async (on) => {
			const api = on.sandbox.api('devRev');
			const [incident] = on.sandbox.state('devRev').incidents.values();
			const data = { incident: devRevIncident(incident) };
			return await caught(
				api.deliveries,
				async () => await api.announce({ type: 'incident_created', data }),
			);
		},
	},
	{
		name: 'PagerDuty',
		vendor: 'pagerDuty',
		credential: 'pagerDutyIncidentsApi',
		node: new PagerDutyIncidentsTrigger(),
		parameters: { authentication: 'apiToken', scope: 'account', events: ['incident.triggered'] },
		made: async (on) => {
			const api = on.sandbox.api('pagerDuty');
			const [{ id }] = on.sandbox.state('pagerDuty').incidents.values();
			const data = { id, type: 'incident' };
			return await caught(api.deliveries, () => api.announce({ type: 'incident.triggered', data }));
		},
	},
	{
		name: 'Bleemeo',
		vendor: 'bleemeo',
		credential: 'bleemeoApi',
		node: new BleemeoTrigger(),
		parameters: { webhookToken: TOKEN },
		made: (_, { url }) => ({
			url: `${url}?token=${TOKEN}`,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ id: `${(number += 1)}`, status: 2 }),
		}),
	},
];

/** Sends a delivery, and hangs up after so many milliseconds unless that is Infinity. @returns the status, 0 for none */
async function deliver({ url, headers, body }: Outgoing, after = Infinity): Promise<number> {
	const hangUp = new AbortController();
	const answer = axios
		.post(url, body, {
			headers,
			signal: hangUp.signal,
			validateStatus: () => true,
			transformRequest: (raw: string) => raw,
		})
		.then(
			({ status }) => status,
			() => 0,
		);
	if (after === Infinity) return await answer;
	await sleep(after);
	hangUp.abort();
	return await answer;
}

describe.each(CASES.map((one) => [one.name, one] as const))('%s', (_, one) => {
	const on = suite(one.vendor, one.credential, one.node);
	let host: TriggerHost;
	beforeEach(async () => {
		host = await TriggerHost.start({
			node: one.node,
			credentials: on.credentials({}),
			parameters: { simplify: true, ...one.parameters } as never,
		});
		await host.activate();
	});
	afterEach(async () => await host.stop());

	/** The vendor takes some time for what the trigger asks it. */
	const slow = () =>
		one.asked &&
		on.sandbox.fault(one.vendor, {
			path: one.asked,
			delayMs: 60,
			times: Infinity,
			method: undefined,
		});

	const MOMENTS = [0, 1, 2, 5, 10, 20, 40, 60, 70, 80, 100, 150];

	it('a sender that hangs up at any moment blocks nobody: each event starts one run', async () => {
		slow();
		host.startMs = 40;
		for (const [index, moment] of MOMENTS.entries()) {
			const delivery = await one.made(on, host);
			await deliver(delivery, moment);
			expect(await Promise.all([deliver(delivery), deliver(delivery)])).toEqual([200, 200]);
			expect(host.runs).toHaveLength(index + 1);
		}
	});

	it.each(MOMENTS.filter((moment) => moment % 20 === 0))(
		'hung up after %i ms, and n8n cannot start the run: the next copy does',
		async (moment) => {
			slow();
			host.startMs = 40;
			host.failures = 1;
			const delivery = await one.made(on, host);
			await deliver(delivery, moment);
			const answers = await Promise.all([1, 2, 3].map(async () => await deliver(delivery)));
			// The one that n8n could not start, if the hung up one was not it.
			expect(answers.filter((status) => status !== 200 && status !== 500)).toEqual([]);
			expect(await deliver(delivery)).toBe(200);
			expect(host.runs).toHaveLength(1);
		},
	);
});
