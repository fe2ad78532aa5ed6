import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { LIMITS } from '../../../nodes/shared/wire/retry';
import { startSandbox, type Sandbox } from '../../sandbox';
import { suite } from '../../support/suite';

let elsewhere: Sandbox;
beforeAll(async () => {
	elsewhere = await startSandbox();
});
afterAll(async () => await elsewhere.stop());
beforeEach(() => elsewhere.reset());
const usual = { ...LIMITS };
afterEach(() => Object.assign(LIMITS, usual));

describe("PagerDuty's Events API, whose key travels in the body", () => {
	const on = suite('pagerDuty', 'pagerDutyEventsApi', new PagerDutyIncidents());
	const trigger = { resource: 'event', operation: 'trigger', summary: 'Down', source: 'web-1' };

	it.each([301, 302, 303, 307, 308])(
		'an event that is answered %i goes nowhere else',
		async (status) => {
			const Location = `${elsewhere.url('pagerDuty')}/v2/enqueue`;
			on.sandbox.fault('pagerDuty', {
				path: '/v2/enqueue',
				status,
				headers: { Location },
				body: '',
			});
			const { error, items } = await on.run(trigger);
			expect(items).toEqual([]);
			expect(error?.message).toContain(
				`sent 'Trigger event' on to another address (item 0): ${Location}`,
			);
			expect(error?.description).toContain('Nothing was done');
			expect(on.requests()).toHaveLength(1);
			expect(elsewhere.requests()).toEqual([]);
		},
	);

	it('a key that comes back in an answer is hidden', async () => {
		const integrationApiKey = String(on.sandbox.credentials.pagerDutyEventsApi.integrationApiKey);
		const text = `bad ${encodeURIComponent(integrationApiKey)} ${integrationApiKey.toUpperCase()}`;
		on.sandbox.fault('pagerDuty', {
			path: '/v2/enqueue',
			status: 400,
			body: { status: integrationApiKey, message: text, errors: [text] },
		});
		const { error } = await on.run(trigger);
		expect(error?.message).toContain('bad [hidden] [hidden]');
		const all = JSON.stringify([error, error?.message, error?.description]).toLowerCase();
		expect(all).not.toContain(integrationApiKey.toLowerCase());
	});

	it('events that trickle are done or unknown, and end', async () => {
		LIMITS.timeoutMs = 300;
		LIMITS.attempts = 2;
		on.sandbox.fault('pagerDuty', {
			path: '/v2/enqueue',
			trickleMs: 20,
			endless: true,
			times: Infinity,
		});
		const { error } = await on.run(trigger);
		expect(error?.message).toContain('within 0.3 seconds');
		expect(error?.description).toContain('The outcome is unknown');
	});
});

describe("Bleemeo's sign-in, which goes before a request", () => {
	const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());
	const create = { resource: 'event', operation: 'create', title: 'One' };

	it('one that trickles without end ends in time, and the event is known not to be sent', async () => {
		Object.assign(LIMITS, { signInMs: 200, timeoutMs: 3_000, attempts: 1 });
		on.sandbox.fault('bleemeo', {
			path: '/o/token/',
			trickleMs: 20,
			endless: true,
			times: Infinity,
		});
		const { error } = await on.run(create);
		expect(error?.message).toContain('Bleemeo could not be reached');
		expect(error?.description).toContain('Nothing was done');
		expect(on.requests().map(({ path }) => path)).toEqual(['/o/token/']);
	});

	it.each([302, 307, 308])(
		'one that is answered %i takes the password nowhere else',
		async (status) => {
			LIMITS.attempts = 1;
			const Location = `${elsewhere.url('bleemeo')}/o/token/`;
			on.sandbox.fault('bleemeo', { path: '/o/token/', status, headers: { Location }, body: '' });
			const { error } = await on.run(create);
			expect(error).toBeDefined();
			expect(elsewhere.requests()).toEqual([]);
		},
	);

	it('a password that is a word of the answer leaves the sentence whole', async () => {
		const { error } = await on.run(create, { credentials: on.credentials({ password: 'wrong' }) });
		expect(error?.message).toBe(
			'Bleemeo did not accept the sign-in (item 0): The e-mail address or the password is wrong.',
		);
		expect(error?.description).toContain('Bleemeo API credential');
		expect(error?.description).not.toContain('[hidden]');
	});
});
