import type { INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../sandbox';
import { startCounter } from './counter';
import { openDemo } from './demo-session';
import { until } from './rest-session';
import { TRIGGER_CASES } from './trigger-cases';
import { triggerWorkflow } from './trigger-workflow';

type Demo = Awaited<ReturnType<typeof openDemo>>;

/** `npm run storm:triggers` sends 500. */
const DELIVERIES = 30;
/** Of a run that went past its trigger, whether it has ended or not. */
const GOING_WELL = ['new', 'running', 'success'];

let demo: Demo;
let sandbox: Sandbox;
let counter: Awaited<ReturnType<typeof startCounter>>;

beforeAll(async () => {
	demo = await openDemo({ example: 'first-incidents.json', log: () => undefined });
	sandbox = demo.sandbox as unknown as Sandbox;
	counter = await startCounter();
}, 600_000);

afterAll(async () => {
	await counter?.stop();
	await demo?.stop();
}, 60_000);

describe.each(TRIGGER_CASES.map((one) => [one.type, one] as const))('%s', (type, one) => {
	const { vendor, parameters } = one;
	let credential: { id: string; name: string; type: string };

	beforeAll(async () => {
		credential = await demo.host.rest.createCredential(`For ${type}`, one.credential, {
			...sandbox.credentials[one.credential],
			...one.sign?.(sandbox),
		});
	});

	beforeEach(() => {
		sandbox.reset();
		one.sign?.(sandbox);
		counter.arrived.length = 0;
	});

	const workflowWith = async (more: Partial<Parameters<typeof triggerWorkflow>[0]> = {}) =>
		await demo.host.rest.createWorkflow(
			triggerWorkflow({ type, parameters, credential, countUrl: counter.url, ...more }),
		);
	const urlOf = (workflow: { nodes: Array<{ name: string }> }, name = 'Trigger') =>
		demo.host.rest.webhookUrl(workflow, name);
	const subscribed = () => one.subscribed(sandbox);
	const on = (url: string, events = one.subscribed(sandbox)[0]?.events) => ({
		url,
		events,
		isOn: true,
	});
	/** n8n answers a deactivation before it calls `delete`. */
	const gone = async () =>
		await until('no subscription', async () => (subscribed().length ? undefined : true));
	const arrived = async (count: number) =>
		await until(
			`${count} runs past the trigger`,
			async () => (counter.arrived.length >= count ? counter.arrived : undefined),
			// A busy machine takes its time for many.
			{ timeoutMs: 240_000 },
		);
	/** What is there to see where runs are missing. */
	const seen = async (workflowId: string) => {
		const runs = await demo.host.rest.executions(workflowId);
		const bodies = one.deliveries(sandbox).sent.map(({ body, statuses }) => ({
			body,
			isAnswered: statuses.at(-1) === 200,
		}));
		return {
			arrived: new Set(counter.arrived).size,
			sent: new Set(bodies.map(({ body }) => body)).size,
			answered: new Set(bodies.flatMap((one) => (one.isAnswered ? [one.body] : []))).size,
			failed: runs.map(({ status }) => status).filter((status) => !GOING_WELL.includes(status)),
		};
	};
	const idle = async () => await one.deliveries(sandbox).idle();

	it('registers, stands a second publication and a restart, and leaves nothing behind', async () => {
		const workflow = await workflowWith();
		await demo.host.rest.activate(workflow.id);
		expect(subscribed()).toEqual([on(urlOf(workflow))]);
		await one.happen(sandbox);
		await arrived(1);

		await demo.host.rest.activate(workflow.id);
		expect(subscribed()).toEqual([on(urlOf(workflow))]);

		await demo.host.restart();
		await until('the address after the restart', async () => {
			await one.happen(sandbox);
			await idle();
			return counter.arrived.length >= 2 ? true : undefined;
		});
		expect(subscribed()).toEqual([on(urlOf(workflow))]);

		await demo.host.rest.deactivate(workflow.id);
		await gone();
	}, 120_000);

	it('repairs at the next publication what has changed at either end', async () => {
		const workflow = await workflowWith();
		await demo.host.rest.activate(workflow.id);
		const change = async (given: INodeParameters, name = 'Trigger') => {
			const next = triggerWorkflow({
				type,
				parameters: given,
				credential,
				countUrl: counter.url,
				name,
			});
			const [{ id, webhookId }] = workflow.nodes;
			const [trigger, ...others] = next.nodes;
			await demo.host.rest.updateWorkflow(workflow.id, {
				nodes: [
					{ ...workflow.nodes[0], ...trigger, id, webhookId },
					...others.map((node, index) => ({ ...workflow.nodes[index + 1], ...node })),
				],
				connections: next.connections,
			});
			await demo.host.rest.activate(workflow.id);
		};

		await change(one.changed.parameters as INodeParameters);
		expect(subscribed()).toEqual([on(urlOf(workflow), one.changed.events)]);

		one.disable(sandbox);
		expect(subscribed()[0].isOn).toBe(false);
		await change(parameters as INodeParameters);
		await until('it is on again', async () => subscribed()[0]?.isOn || undefined);
		expect(subscribed()).toEqual([on(urlOf(workflow))]);

		one.remove(sandbox);
		await change(one.changed.parameters as INodeParameters);
		expect(subscribed()).toEqual([on(urlOf(workflow), one.changed.events)]);

		await change(parameters as INodeParameters, 'Renamed');
		expect(subscribed()).toEqual([on(urlOf(workflow))]);
		await one.happen(sandbox);
		await arrived(1);

		await demo.host.rest.deactivate(workflow.id);
		await gone();
	}, 120_000);

	it('two workflows stand side by side', async () => {
		const [first, second] = [await workflowWith(), await workflowWith()];
		await demo.host.rest.activate(first.id);
		await demo.host.rest.activate(second.id);
		expect(
			subscribed()
				.map(({ url }) => url)
				.sort(),
		).toEqual([urlOf(first), urlOf(second)].sort());
		await one.happen(sandbox);
		await arrived(2);
		await demo.host.rest.deactivate(first.id);
		await until('one is left', async () => (subscribed().length === 1 ? true : undefined));
		expect(subscribed()).toEqual([on(urlOf(second))]);
		await demo.host.rest.deactivate(second.id);
		await gone();
	}, 120_000);

	it('says what is wrong when the vendor is down, and leaves nothing half-made', async () => {
		sandbox.fault(vendor, {
			method: 'POST',
			path: one.createPath,
			status: 403,
			body: { message: 'No', error: { message: 'Access Denied', code: 2010 } },
			times: Infinity,
		});
		const workflow = await workflowWith();
		const publication = await demo.host.rest.activate(workflow.id, { allowFailure: true });
		expect(publication.status).toBe('failed');
		expect(publication.triggers[0].errorMessage).toContain("refused 'Publish'");
		expect(subscribed()).toEqual([]);
		sandbox.clearFaults();
		await demo.host.rest.activate(workflow.id);
		expect(subscribed()).toEqual([on(urlOf(workflow))]);
		await demo.host.rest.deactivate(workflow.id);
		await gone();
	}, 120_000);

	it('listens for a test event, and cleans up', async () => {
		const workflow = await workflowWith();
		await demo.host.rest.listen(workflow.id, 'Trigger');
		expect(subscribed().map(({ url }) => url)).toEqual([expect.stringContaining('/webhook-test/')]);
		await one.happen(sandbox);
		await arrived(1);
		await gone();
	}, 120_000);

	it('each of many deliveries, sent three times at once and again later, starts one run', async () => {
		const workflow = await workflowWith();
		await demo.host.rest.activate(workflow.id);
		const deliveries = one.deliveries(sandbox);
		deliveries.clear();
		for (let number = 0; number < DELIVERIES; number += 1) await one.happen(sandbox);
		const copies = deliveries.sent.map(({ url, headers, body }) => ({ url, headers, body }));
		const again = async () =>
			await Promise.all(copies.map(async (copy) => await deliveries.send(copy)));
		await Promise.all([again(), again(), idle()]);
		// Vendors go on for hours where no answer came in time, as on a machine that is busy with other tests.
		const isAnswered = ({ body }: { body: string }) =>
			deliveries.sent.some((one) => one.body === body && one.statuses.at(-1) === 200);
		await until('every delivery is answered', async () => {
			const left = copies.filter((copy) => !isAnswered(copy));
			for (const copy of left) await deliveries.send(copy);
			return left.length ? undefined : true;
		});
		await arrived(DELIVERIES).catch(() => undefined);
		const all = { arrived: DELIVERIES, sent: DELIVERIES, answered: DELIVERIES, failed: [] };
		expect(await seen(workflow.id)).toEqual(all);
		await demo.host.restart();
		// n8n answers before its triggers are there: as at the vendor, the pauses have to be longer than that.
		deliveries.speed = 10;
		// One after the other: how fast many are answered is not what is tested here.
		for (const copy of copies) {
			const { statuses } = await deliveries.send(copy);
			expect(statuses[statuses.length - 1]).toBe(200);
		}
		deliveries.speed = 1_000;
		await until('the copies have run', async () => {
			const running = await demo.host.rest.executions(workflow.id, ['new', 'running', 'waiting']);
			return running.length ? undefined : true;
		});
		expect(counter.arrived).toHaveLength(DELIVERIES);
		expect(new Set(counter.arrived).size).toBe(DELIVERIES);
		await demo.host.rest.deactivate(workflow.id);
		await gone();
	}, 600_000);
});
