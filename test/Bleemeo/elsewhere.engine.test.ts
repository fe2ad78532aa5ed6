import { Bleemeo } from '../../nodes/Bleemeo/Bleemeo.node';
import { LIMITS } from '../../nodes/shared/wire/retry';
import { anotherSandbox } from '../support/anotherSandbox';
import { suite } from '../support/suite';

const elsewhere = anotherSandbox();

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
