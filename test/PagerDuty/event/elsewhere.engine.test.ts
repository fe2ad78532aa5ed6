import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { LIMITS } from '../../../nodes/shared/wire/retry';
import { anotherSandbox } from '../../support/anotherSandbox';
import { suite } from '../../support/suite';

const elsewhere = anotherSandbox();

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
