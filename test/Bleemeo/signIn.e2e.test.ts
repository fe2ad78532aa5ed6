import { oneNode } from '../host/one-node';

const on = oneNode();

it('gets a new Bleemeo token when the old one has expired', async () => {
	on.sandbox.api('bleemeo').expireTokens();
	const parameters = { resource: 'event', operation: 'getAll', limit: 1 };
	const workflow = await on.workflowWith('bleemeo', parameters, [{}]);
	const first = await on.run(workflow);
	on.sandbox.api('bleemeo').expireTokens();
	on.sandbox.clearRequests();
	const second = await on.run(workflow);
	expect([first.status, second.status]).toEqual(['success', 'success']);
	expect(on.sandbox.requests('bleemeo').map(({ path, status }) => [path, status])).toEqual([
		['/v1/event/', 401],
		['/o/token/', 200],
		['/v1/event/', 200],
	]);
});
