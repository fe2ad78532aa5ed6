import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const first = () => [...on.sandbox.state('pagerDuty').workflows.values()][0];
const get = (id: string, fields = {}) => ({
	resource: 'incidentWorkflow',
	operation: 'get',
	workflowId: byId(id),
	...fields,
});

it('gives the record of a workflow, with its steps', async () => {
	const workflow = first();
	const { items } = await on.run(get(workflow.id));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/incident_workflows/${workflow.id}`,
		query: {},
		headers: READ_HEADERS,
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: workflow.id,
				name: 'Open War Room',
				description: 'How we go about: Open War Room',
				isEnabled: null,
				teamId: null,
				steps: [
					{
						id: expect.stringMatching(/^P/),
						name: 'Send Status Update',
						action: 'pagerduty.com:incident-workflows:send-status-update:1',
					},
				],
				createdAt: workflow.created_at,
				url: workflow.html_url,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("gives PagerDuty's own object without Simplify, also with 201", async () => {
	const body = { incident_workflow: { id: 'P1', is_enabled: false, team: { id: 'PTEAM' } } };
	on.sandbox.fault('pagerDuty', { status: 201, body, times: 2 });
	const raw = await on.run(get(first().id, { simplify: false }));
	expect(raw.items[0].json).toEqual(body.incident_workflow);
	const { items } = await on.run(get(first().id));
	expect(items[0].json).toMatchObject({
		name: null,
		isEnabled: false,
		teamId: 'PTEAM',
		steps: null,
	});
});

it('refuses no workflow before any request', async () => {
	const { error } = await on.run(get('={{ "" }}'));
	expect(error?.message).toBe("'Incident Workflow' is empty (item 0)");
	expect(on.requests()).toHaveLength(0);
});
