import { sleep } from 'n8n-workflow';

import { listenTo, within } from '../../../nodes/shared/ground/deadline';

const never = new AbortController().signal;
const forEver = async () => await new Promise<string>(() => {});

it('gives what the task gives, and ends its signal', async () => {
	let signal = never;
	const task = async (given: AbortSignal) => {
		signal = given;
		expect(given.aborted).toBe(false);
		return await Promise.resolve('done');
	};
	expect(await within(1_000, never, task)).toEqual({ result: 'done' });
	expect(signal.aborted).toBe(true);
});

it('does not wait for a task that does not obey', async () => {
	expect(await within(20, never, forEver)).toEqual({ ended: 'late' });
});

it('ends at once when it is stopped, also before it began', async () => {
	const stop = new AbortController();
	const ended = within(60_000, stop.signal, forEver);
	stop.abort();
	expect(await ended).toEqual({ ended: 'stopped' });
	expect(await within(60_000, stop.signal, forEver)).toEqual({ ended: 'stopped' });
});

it('a stop that is a deadline itself is late', async () => {
	expect(await within(60_000, AbortSignal.timeout(10), forEver)).toEqual({ ended: 'late' });
});

it('a thousand that wait listen once, and not at all once they are done', async () => {
	const stop = new AbortController();
	const add = jest.spyOn(stop.signal, 'addEventListener');
	const remove = jest.spyOn(stop.signal, 'removeEventListener');
	const all = Array.from({ length: 1_000 }, () => listenTo(stop.signal));
	expect(add).toHaveBeenCalledTimes(1);
	for (const { forget } of all) forget();
	expect(remove).toHaveBeenCalledTimes(1);
	const again = listenTo(stop.signal);
	stop.abort();
	await again.happened;
	await Promise.race([all[0].happened.then(() => expect('woken').toBe('forgotten')), sleep(20)]);
});
