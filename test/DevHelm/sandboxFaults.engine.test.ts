import { startSandbox, type ChaosPlan, type ChaosReport, type Sandbox } from '../sandbox';

/** The sandbox's own faults: if these were not what they say, the storm would prove nothing. */
let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());
beforeEach(() => sandbox.reset());

const send = async (path: string, body?: object, method = body ? 'POST' : 'GET') =>
	await fetch(`${sandbox.url('devHelm')}${path}`, {
		method,
		headers: {
			Authorization: `Bearer ${String(sandbox.credentials.devHelmApi.apiKey)}`,
			'Content-Type': 'application/json',
		},
		body: body && JSON.stringify(body),
	});

const create = async (title: string) =>
	await send('/api/v1/incidents', { title, severity: 'DOWN' });

const titles = () => [...sandbox.state('devHelm').incidents.values()].map(({ title }) => title);

/** What each of a hundred creates came to: its status, or that there was no whole answer. */
async function hundred(plan: ChaosPlan): Promise<{ answers: string[]; report: ChaosReport }> {
	sandbox.reset();
	sandbox.chaos('devHelm', plan);
	const answers: string[] = [];
	for (let index = 0; index < 100; index++) {
		const answer = await create(`Item ${index}`)
			.then(async (reply) => `${reply.status}, ${(await reply.text()).length} characters`)
			.catch(() => 'cut');
		answers.push(answer);
	}
	return { answers, report: sandbox.chaosReport('devHelm') };
}

describe('seeded faults', () => {
	it('are the same for the same seed, and others for another', async () => {
		const first = await hundred({ seed: 5, rate: 0.3 });
		const again = await hundred({ seed: 5, rate: 0.3 });
		const other = await hundred({ seed: 6, rate: 0.3 });
		expect(again).toEqual(first);
		expect(other.answers).not.toEqual(first.answers);
	});

	it('come after the write in every second case, and the report says so', async () => {
		const { report } = await hundred({ seed: 7, rate: 0.5 });
		expect(report.seen).toBe(100);
		expect(report.spoiled).toBeGreaterThan(35);
		expect(Math.abs(report.spoiled - 2 * report.afterWrite)).toBeLessThanOrEqual(1);
		const { slow = 0, trickle = 0 } = report.kinds;
		const done = titles().filter((title) => title?.startsWith('Item '));
		expect(done).toHaveLength(100 - report.spoiled + report.afterWrite + slow + trickle);
	});

	it('spoil creates only, unless told otherwise', async () => {
		sandbox.chaos('devHelm', { seed: 1, rate: 1, kinds: ['failed503'] });
		expect((await send('/api/v1/incidents')).status).toBe(200);
		expect((await create('One')).status).toBe(503);
		sandbox.chaos('devHelm', { seed: 1, rate: 1, kinds: ['failed503'], routes: 'all' });
		expect((await send('/api/v1/incidents')).status).toBe(503);
	});

	it('are switched on and off over HTTP', async () => {
		const chaos = { seed: 1, rate: 1, kinds: ['failed502'] };
		expect((await send('/__sandbox/config', { chaos })).status).toBe(204);
		expect((await create('One')).status).toBe(502);
		expect(await (await send('/__sandbox/chaos')).json()).toMatchObject({
			kinds: { failed502: 1 },
		});
		await send('/__sandbox/config', { chaos: null });
		expect((await create('Two')).status).toBe(201);
	});

	it.each([
		['limitSeconds', 'retry-after', /^[01]$/],
		['limitDate', 'retry-after', /GMT$/],
		['limitReset', 'ratelimit-reset', /^[01]$/],
		['limitEpoch', 'x-ratelimit-reset', /^\d{10}$/],
	] as const)('%s names the wait in %s', async (kind, header, pattern) => {
		sandbox.chaos('devHelm', { seed: 1, rate: 1, kinds: [kind] });
		const reply = await create('One');
		expect(reply.status).toBe(429);
		expect(reply.headers.get(header)).toMatch(pattern);
	});
});

describe('clock skew', () => {
	it.each([-600_000, 600_000])(
		'of %d ms shows in the Date header and in what is made',
		async (ms) => {
			sandbox.skew('devHelm', ms);
			const reply = await create('One');
			const { data } = (await reply.json()) as { data: { incident: { createdAt: string } } };
			const about = (time: string | null) =>
				Math.abs(Date.parse(time ?? '') - Date.now() - ms) < 5_000;
			expect(about(reply.headers.get('date'))).toBe(true);
			expect(about(data.incident.createdAt)).toBe(true);
			const reset = Number(reply.headers.get('x-ratelimit-reset')) * 1000 - Date.now() - ms;
			expect(reset).toBeGreaterThan(0);
			expect(reset).toBeLessThanOrEqual(61_000);
		},
	);
});

describe('lists of ten thousand', () => {
	it('filter exactly, newest first', async () => {
		await create('Before');
		const from = new Date(Date.now() + 1).toISOString();
		while (Date.now() < Date.parse(from)) await send('/api/v1/auth/me');
		await create('After');
		await create('Last');
		sandbox.seedMany('devHelm', 10_000);
		const list = await send(`/api/v1/incidents?startedFrom=${from}&size=200`);
		const { data, hasNext } = (await list.json()) as {
			data: Array<{ title: string }>;
			hasNext: boolean;
		};
		expect(data.map(({ title }) => title)).toEqual(['Last', 'After']);
		expect(hasNext).toBe(false);
	});
});
