import axios from 'axios';
import { sleep } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { DevHelmTrigger } from '../../../nodes/DevHelm/DevHelmTrigger.node';
import { flood } from '../../support/flood';
import { keptMb, show } from '../../support/memory';
import { suite } from '../../support/suite';
import { TriggerHost } from '../../support/trigger';
import { seeded } from '../incidents';

/** Deliveries that anybody can send: the credential has no signing secret, so DevHelm is asked about each. */
const on = suite('devHelm', 'devHelmApi', new DevHelm());
const READS = /^\/api\/v1\/incidents\/[^/]+$/;

let host: TriggerHost;
beforeEach(async () => {
	host = await TriggerHost.start({
		node: new DevHelmTrigger(),
		credentials: on.credentials({}),
		parameters: { events: ['incident.created'], simplify: true },
	});
	await host.activate();
	on.sandbox.clearRequests();
});
afterEach(async () => {
	await host.stop();
	await quiet();
});

/** A read that was ended may still be on its way to the sandbox: it must not count in the next test. */
async function quiet(): Promise<void> {
	for (let last = -1; last !== on.requests().length || on.sandbox.stats('devHelm').inFlight; ) {
		last = on.requests().length;
		await sleep(100);
	}
}

let number = 0;
const bodyOf = (more: object = {}) =>
	JSON.stringify({
		id: `evt_${(number += 1)}`,
		type: 'incident.created',
		data: { id: seeded(on, 'CONFIRMED').id },
		...more,
	});
const post = async (body: string, signal?: AbortSignal) =>
	await axios
		.post(host.url, body, {
			headers: { 'content-type': 'application/json' },
			signal,
			validateStatus: () => true,
			transformRequest: (raw: string) => raw,
		})
		.then(
			({ status }) => status,
			() => 0,
		);
const many = (count: number, more?: object) =>
	Array.from({ length: count }, async () => await post(bodyOf(more)));
const reads = () => on.requests().filter(({ path }) => READS.test(path));
const hanging = () =>
	on.sandbox.fault('devHelm', { method: 'GET', path: READS, delayMs: 20_000, times: Infinity });
/** An action with the credential of the trigger. @returns the milliseconds that it took */
const create = async () => {
	const began = Date.now();
	const { items, error } = await on.run({
		resource: 'incident',
		operation: 'create',
		title: `Made beside ${(number += 1)}`,
		severity: 'DOWN',
	});
	expect(error).toBeUndefined();
	expect(items).toHaveLength(1);
	return Date.now() - began;
};

/** What is kept once nothing more goes: connections are closed, and other tests' leftovers thrown away, a little later. */
const settledMb = async () => {
	let [last, now] = [Infinity, keptMb()];
	for (let tries = 0; Math.abs(last - now) > 1 && tries < 40; tries += 1) {
		await sleep(500);
		[last, now] = [now, keptMb()];
	}
	return now;
};

it('hold no action back, however slow DevHelm is to them', async () => {
	hanging();
	const forged = many(5);
	await sleep(50);
	// Behind the reads it would take twenty seconds.
	expect(await create()).toBeLessThan(15_000);
	expect(await Promise.all(forged)).toEqual([503, 503, 503, 503, 503]);
	// Two at once, beside the create; when nobody waits for them any more they are over.
	expect(on.sandbox.stats('devHelm').peakInFlight).toBeLessThanOrEqual(3);
});

it('copies of one forged event are one question', async () => {
	hanging();
	const body = bodyOf();
	const copies = async () =>
		await Promise.all(Array.from({ length: 20 }, async () => await post(body)));
	expect(new Set(await copies())).toEqual(new Set([503]));
	expect(reads()).toHaveLength(1);
	on.sandbox.clearFaults();
	expect(new Set(await copies())).toEqual(new Set([200]));
	expect(host.runs).toHaveLength(1);
});

it('a limit that DevHelm names for them is heeded by them, and not by the actions', async () => {
	on.sandbox.fault('devHelm', {
		method: 'GET',
		path: READS,
		status: 429,
		headers: { 'retry-after': '60' },
		body: { message: 'Too many' },
	});
	expect(await post(bodyOf())).toBe(503);
	expect(await Promise.all(many(10))).toEqual(Array.from({ length: 10 }, () => 503));
	expect(reads()).toHaveLength(1);
	expect(await create()).toBeLessThan(30_000);
});

it('a limit that DevHelm names for the actions is heeded by them, too', async () => {
	on.sandbox.fault('devHelm', {
		method: 'POST',
		status: 429,
		headers: { 'retry-after': '2' },
		body: { message: 'Too many' },
	});
	const created = create();
	while (!on.requests().length) await sleep(5);
	await sleep(100);
	expect(await post(bodyOf())).toBe(503);
	expect(reads()).toEqual([]);
	await created;
	expect(await post(bodyOf())).toBe(200);
});

it('who hangs up takes no place any more', async () => {
	hanging();
	const hangUp = new AbortController();
	const forged = Array.from({ length: 10 }, async () => await post(bodyOf(), hangUp.signal));
	while (reads().length < 2) await sleep(5);
	on.sandbox.clearFaults();
	hangUp.abort();
	await Promise.all(forged);
	// Behind the reads that hang it would be too late.
	expect(await post(bodyOf())).toBe(200);
});

it('are asked about 50 times a minute, and 503 after that', async () => {
	const answers: number[] = [];
	for (let count = 0; count < 60; count += 1) answers.push(await post(bodyOf()));
	expect(answers.filter((status) => status === 200)).toHaveLength(50);
	expect(answers.slice(50)).toEqual(Array.from({ length: 10 }, () => 503));
	expect(reads()).toHaveLength(50);
});

it('a flood of them keeps no memory and costs no action its time', async () => {
	hanging();
	await create();
	const before = await settledMb();
	const data = { id: seeded(on, 'CONFIRMED').id };
	const forged = flood([
		// A hundred kilobytes are looked at, a megabyte is not.
		{ url: host.url, count: 200, bytes: 100_000, data },
		{ url: host.url, count: 150, bytes: 1_000_000, data },
	]);
	const times: number[] = [];
	while (!host.answers.length) await sleep(5);
	for (let count = 0; count < 20; count += 1) times.push(await create());
	const during = keptMb();
	const statuses = await forged;
	on.sandbox.clearRequests();
	const after = await settledMb();
	const figures = { slowestMs: Math.max(...times), before, during, after };
	show('350 forged deliveries (times in ms, memory in MB)', figures);
	expect(statuses.filter((status) => status === 413)).toHaveLength(150);
	expect(statuses.filter((status) => status === 503)).toHaveLength(200);
	expect(host.runs).toEqual([]);
	// Much of it is the test's own: sender, n8n and DevHelm share a machine, and two of them this process.
	expect(figures.slowestMs).toBeLessThan(20_000);
	expect(after - before).toBeLessThan(20);
}, 120_000);
