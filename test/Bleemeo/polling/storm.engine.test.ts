import type { INodeParameters } from 'n8n-workflow';

import { BleemeoPollingTrigger } from '../../../nodes/Bleemeo/BleemeoPollingTrigger.node';
import { addEvent } from '../../sandbox/bleemeo/events';
import { randomFrom } from '../../sandbox/core/random';
import { PollHost } from '../../support/poll';
import { suite } from '../../support/suite';
import { company, withToken } from '../sandbox';

const node = new BleemeoPollingTrigger();
const on = suite('bleemeo', 'bleemeoApi', node);
const EVENTS = 1_000;
const SECOND = 1_000;

afterEach(() => jest.restoreAllMocks());

/** The events of one storm, by what has become of them. */
class Storm {
	readonly made: string[] = [];
	readonly deleted = new Set<string>();
	readonly old: string[];
	private aheadMs = 0;

	constructor(private readonly random: () => number) {
		const store = on.sandbox.state('bleemeo');
		on.sandbox.seedMany('bleemeo', 450);
		this.old = [...store.events.keys()];
		const api = on.sandbox.api('bleemeo');
		const handle = api.handle.bind(api);
		// Before each page is put together, so that pages shift between two requests.
		jest.spyOn(api, 'handle').mockImplementation((request) => {
			if (request.path === '/v1/event/') this.blow();
			return handle(request);
		});
	}

	get isOver(): boolean {
		return this.made.length >= EVENTS;
	}

	chance(of: number): boolean {
		return this.random() < of;
	}

	private blow(): void {
		this.aheadMs += Math.floor(this.random() * 8 * SECOND);
		on.sandbox.skew('bleemeo', this.aheadMs);
		const { main, web, database } = company(on);
		const store = on.sandbox.state('bleemeo');
		for (let count = Math.floor(this.random() * 7); count > 0 && !this.isOver; count--) {
			const ago = this.chance(0.2) ? this.random() * 240 * SECOND : this.random() * SECOND;
			const agent = this.chance(0.5) ? web : database;
			const status = Math.floor(this.random() * 4);
			const at = Math.floor(store.clock.now() - ago);
			this.made.push(addEvent(store, main, { agent, status, title: 'Storm' }, at).id);
		}
		if (!this.chance(0.5)) return;
		for (let count = Math.floor(this.random() * 4); count > 0; count--) {
			const from = this.chance(0.7) ? this.old : this.made;
			const id = from[Math.floor(this.random() * from.length)];
			if (id !== undefined && store.events.delete(id)) this.deleted.add(id);
		}
	}
}

const ORDERS = ['desc', 'asc', 'mixed'] as const;
const CASES = (seeds: readonly number[]) =>
	ORDERS.flatMap((order) => seeds.map((seed) => [order, seed] as const));
/** How the state is kept, and at which polls n8n restarts or Bleemeo fails. */
const WEATHER = [
	['calm', { seeds: [1, 2], restartEach: 0, failEach: 0, isDurable: false }],
	['with restarts and failures', { seeds: [1, 2], restartEach: 4, failEach: 3, isDurable: false }],
	[
		'with failures and durable cursors',
		{ seeds: [3], restartEach: 4, failEach: 3, isDurable: true },
	],
] as const;

describe.each(WEATHER)(
	'a storm of 1 000 events, %s',
	(_name, { seeds, restartEach, failEach, isDurable }) => {
		it.each(CASES(seeds))(
			'in a list ordered %s (seed %i) starts the workflow once each',
			async (order, seed) => {
				const storm = new Storm(randomFrom(seed));
				on.sandbox.state('bleemeo').eventOrder = order;
				const parameters: INodeParameters = { simplify: true };
				const published = PollHost.publish({ node, ...withToken(on), parameters, isDurable });
				const host = await published;
				const first = new Set(storm.made);
				const figures = { polls: 0, failed: 0, restarts: 0, requests: 0, most: 0 };
				const poll = async () => {
					figures.polls += 1;
					on.sandbox.clearRequests();
					const isRestart = figures.polls % restartEach === 0;
					if (isRestart) figures.restarts += 1;
					if (figures.polls % failEach === 0) {
						const skip = storm.chance(0.5) ? 0 : 1;
						on.sandbox.fault('bleemeo', { path: '/v1/event/', skip, status: 403, body: {} });
					}
					const done = isRestart ? host.restart() : host.poll();
					await done.catch(() => (figures.failed += 1));
					on.sandbox.clearFaults();
					figures.requests += on.requests().length;
					figures.most = Math.max(figures.most, on.requests().length);
				};
				while (!storm.isOver && figures.polls < 500) await poll();
				expect(storm.made).toHaveLength(EVENTS);
				await host.poll();
				await host.poll();

				const items = host.runs.flat().map(({ json }) => json);
				const started = items.map(({ id }) => String(id));
				const known = new Set(started);
				expect(known.size).toBe(started.length);
				// What was there before the workflow was published, and what was deleted before a poll, starts nothing.
				const missing = storm.made.filter((id) => !known.has(id) && !storm.deleted.has(id));
				expect(missing.filter((id) => !first.has(id))).toEqual([]);
				expect(storm.old.filter((id) => known.has(id))).toEqual([]);
				for (const run of host.runs) {
					const times = run.map(({ json }) => String(json.createdAt));
					expect(times).toEqual([...times].sort());
				}
				expect(figures.failed > 3).toBe(failEach > 0);
				expect(figures.restarts > 3).toBe(restartEach > 0);
				// Measured: 5 to 15 requests a poll, 65 in the worst one, with a list that changes at each request.
				expect(figures.requests / figures.polls).toBeLessThan(20);
				expect(figures.most).toBeLessThan(90);
				expect(Object.keys(host.state.seen ?? {}).length).toBeLessThan(EVENTS);
			},
		);
	},
);
