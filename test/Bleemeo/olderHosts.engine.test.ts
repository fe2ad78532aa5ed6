import { Bleemeo } from '../../nodes/Bleemeo/Bleemeo.node';
import { readExceptionsAsYes } from '../support/olderHost';
import { suite } from '../support/suite';

readExceptionsAsYes();

const statuses = (on: ReturnType<typeof suite>) =>
	on.requests().map(({ method, path, status }) => `${method} ${path} ${status}`);

describe('Bleemeo with e-mail and password', () => {
	const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());
	const create = { resource: 'event', operation: 'create', title: 'One' };

	it('a token that has ended is renewed, and the create is done once', async () => {
		const before = on.sandbox.state('bleemeo').events.size;
		const credentials = on.credentials({});
		await on.run({ resource: 'event', operation: 'getAll' }, { credentials });
		on.sandbox.clearRequests();
		on.sandbox.api('bleemeo').expireTokens();
		const { error, items } = await on.run(create, { credentials });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(on.sandbox.state('bleemeo').events.size).toBe(before + 1);
		expect(statuses(on)).toEqual([
			'POST /v1/event/ 401',
			'POST /v1/event/ 401',
			'POST /o/token/ 200',
			'POST /v1/event/ 201',
		]);
	});

	it('other statuses need no second request', async () => {
		on.sandbox.fault('bleemeo', { path: '/v1/event/', status: 403, body: { detail: 'No' } });
		const { error } = await on.run(create);
		expect(error?.message).toContain(': No');
		expect(statuses(on)).toEqual(['POST /o/token/ 200', 'POST /v1/event/ 403']);
	});
});
