import { sleep } from 'n8n-workflow';

import { forgetGates, Gate, gateFor } from '../../../nodes/shared/wire/gate';

const never = new AbortController().signal;
const enter = async (gate: Gate, isFirst = false) => await gate.enter(never, false, isFirst);

/** A gate with so many requests in flight. */
async function busy(count: number): Promise<Gate> {
	const gate = new Gate();
	for (let index = 0; index < count; index++) await enter(gate);
	return gate;
}

/** Lets everything run that is ready to. */
const settle = async () => await sleep(1);

describe('requests in flight', () => {
	it('are five at the start', async () => {
		const gate = await busy(5);
		let entered = false;
		void enter(gate).then(() => (entered = true));
		await settle();
		expect(entered).toBe(false);
		gate.leave('other', Date.now());
		await settle();
		expect(entered).toBe(true);
	});

	it('grow by two with each good answer, up to fifty', () => {
		const gate = new Gate();
		for (let index = 0; index < 10; index++) gate.leave('good', 0);
		expect(gate.width).toBe(25);
		for (let index = 0; index < 60; index++) gate.leave('good', 0);
		expect(gate.width).toBe(50);
	});

	it('are halved by a limit, once for all that were in flight, and grow slowly after it', () => {
		const gate = new Gate();
		while (gate.width < 21) gate.leave('good', 0);
		const before = Date.now() - 10;
		gate.leave('limited', Date.now());
		gate.leave('limited', before);
		gate.leave('limited', before);
		expect(gate.width).toBe(10.5);
		for (let index = 0; index < 10; index++) gate.leave('good', 0);
		expect(gate.width).toBeCloseTo(11.4, 1);
	});

	it('never fall below one', () => {
		const gate = new Gate();
		for (let index = 0; index < 20; index++) gate.leave('limited', Date.now() + index);
		expect(gate.width).toBe(1);
	});

	it('are not bounded for a caller that bounds itself', async () => {
		const gate = await busy(5);
		await gate.enter(never, true, false);
		expect(gate.width).toBe(5);
	});
});

it('a request that was sent before goes ahead of new ones', async () => {
	const gate = await busy(5);
	const order: string[] = [];
	void enter(gate).then(() => order.push('new'));
	void enter(gate, true).then(() => order.push('again'));
	await settle();
	gate.leave('other', 0);
	gate.leave('other', 0);
	await settle();
	expect(order).toEqual(['again', 'new']);
});

describe('a pause', () => {
	it('holds everybody back, and is counted once', async () => {
		const gate = new Gate();
		expect(gate.pause(150)).toBeGreaterThan(140);
		expect(gate.pause(150)).toBeLessThan(10);
		const began = Date.now();
		await enter(gate);
		await gate.enter(never, true, false);
		expect(Date.now() - began).toBeGreaterThanOrEqual(130);
	});

	it('ends at once when the execution is stopped', async () => {
		const gate = new Gate();
		gate.pause(60_000);
		const stop = new AbortController();
		const entering = gate.enter(stop.signal, false, false);
		stop.abort();
		await entering;
		expect(gate.pauseMs).toBeGreaterThan(50_000);
	});

	it('leaves the queue at once when the execution is stopped, and takes nobody else along', async () => {
		const gate = new Gate();
		for (let place = 0; place < 5; place++) await enter(gate);
		const stop = new AbortController();
		const first = gate.enter(stop.signal, false, false);
		let isIn = false;
		const second = enter(gate).then(() => (isIn = true));
		stop.abort();
		await first;
		expect(isIn).toBe(false);
		gate.leave('other', Date.now());
		gate.leave('other', Date.now());
		await second;
	});
});

it('tasks of one name take turns, in order, also after a failure', async () => {
	const gate = new Gate();
	const log: string[] = [];
	const task =
		(name: string, fails = false) =>
		async () => {
			log.push(`${name} begins`);
			await sleep(1);
			log.push(`${name} ends`);
			return fails ? await Promise.reject(new Error(name)) : name;
		};
	const results = await Promise.allSettled([
		gate.inTurn('x', task('first', true)),
		gate.inTurn('x', task('second')),
	]);
	expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
	expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});

it('is shared by base URL and credential, and forgotten on request', () => {
	const gate = gateFor('https://a.example', ['key']);
	expect(gateFor('https://a.example', ['key'])).toBe(gate);
	expect(gateFor('https://b.example', ['key'])).not.toBe(gate);
	expect(gateFor('https://a.example', ['other'])).not.toBe(gate);
	forgetGates();
	expect(gateFor('https://a.example', ['key'])).not.toBe(gate);
});
