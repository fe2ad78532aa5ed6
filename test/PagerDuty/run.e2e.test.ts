import { oneNode } from '../host/one-node';
import { expireTokens } from '../sandbox/pagerduty/identity/seed';

const on = oneNode();
const create = {
	resource: 'incident',
	operation: 'create',
	title: '={{ $json.title }}',
	serviceId: { __rl: true, mode: 'id', value: 'PH38B7P' },
};

it('sends the failed item to the error branch, and does the others', async () => {
	const items = [{ title: 'First' }, { title: '' }, { title: 'Third' }];
	const workflow = await on.workflowWith('pagerDutyIncidents', create, items, {
		onError: 'continueErrorOutput',
	});
	const { status, nodes } = await on.run(workflow);
	const [done, failed] = nodes.Ours.items;
	expect(status).toBe('success');
	expect(done.map(({ json, pairedItem }) => [json.title, pairedItem])).toEqual([
		['First', { item: 0 }],
		['Third', { item: 2 }],
	]);
	expect(failed.map(({ json }) => json.error)).toEqual([
		expect.stringContaining("'Title' is empty (item 1, counted from 0)"),
	]);
});

it('shows what happened and what to do when it fails', async () => {
	on.sandbox.fault('pagerDuty', {
		path: '/incidents',
		status: 403,
		body: { error: { message: 'Access Denied', code: 2010 } },
	});
	const workflow = await on.workflowWith('pagerDutyIncidents', create, [{ title: 'Refused' }]);
	const { status, nodes } = await on.run(workflow);
	expect(status).toBe('error');
	expect(nodes.Ours.error).toMatchObject({
		message: "PagerDuty refused 'Create incident' (item 0): Access Denied",
		description: expect.stringContaining('The key is valid but lacks the right'),
	});
});

it('triggers a PagerDuty event with an integration key', async () => {
	const parameters = {
		resource: 'event',
		operation: 'trigger',
		summary: 'Checkout answers with 502',
		source: 'n8n',
		severity: 'error',
		additionalFields: { dedupKey: 'host-test' },
	};
	const workflow = await on.workflowWith('pagerDutyIncidents', parameters, [{}], {
		credentials: { pagerDutyEventsApi: on.credentials.pagerDutyEventsApi },
	});
	const { status, nodes } = await on.run(workflow);
	expect(status).toBe('success');
	expect(nodes.Ours.items[0][0].json).toMatchObject({ id: 'host-test', status: 'triggered' });
	const alerts = [...on.sandbox.state('pagerDuty').details.alerts.values()];
	expect(alerts.map(({ alert_key }) => alert_key)).toContain('host-test');
});

it('gets a new PagerDuty app token when the old one has ended', async () => {
	const parameters = {
		authentication: 'oAuth2',
		resource: 'service',
		operation: 'getAll',
		limit: 1,
	};
	const workflow = await on.workflowWith('pagerDutyIncidents', parameters, [{}], {
		credentials: { pagerDutyIncidentsOAuth2Api: on.credentials.pagerDutyIncidentsOAuth2Api },
	});
	const first = await on.run(workflow);
	expireTokens(on.sandbox.state('pagerDuty'));
	on.sandbox.clearRequests();
	const second = await on.run(workflow);
	expect([first.status, second.status]).toEqual(['success', 'success']);
	expect(on.sandbox.requests('pagerDuty').map(({ path, status }) => [path, status])).toEqual([
		['/services', 401],
		['/oauth/token', 200],
		['/services', 200],
	]);
});
