import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { HEADERS_WITHOUT_FROM, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const run = (id: string, more = {}) => ({
	resource: 'incident',
	operation: 'runWorkflow',
	incidentId: byId(id),
	workflowId: byId(workflow().id),
	...more,
});
const workflow = () => [...on.sandbox.state('pagerDuty').workflows.values()][0];
const runs = () => on.sandbox.state('pagerDuty').workflowRuns;

it('carries every field, and needs no From', async () => {
	const { id } = seeded(on, 'triggered');
	const fields = { instanceId: 'nightly-17', extraFields: '{ "new_field": false }' };
	const { items } = await on.run(run(id, { additionalFields: fields }), {
		credentials: on.credentials({ from: '' }),
	});
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: `/incident_workflows/${workflow().id}/instances`,
		query: {},
		headers: HEADERS_WITHOUT_FROM,
		body: {
			incident_workflow_instance: {
				id: 'nightly-17',
				type: 'incident_workflow_instance',
				incident: { id, type: 'incident_reference' },
				new_field: false,
			},
		},
	});
	expect(items).toEqual([
		{
			json: {
				id: 'nightly-17',
				type: 'incident_workflow_instance',
				incident: expect.objectContaining({ id, type: 'incident_reference' }),
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('sends the required fields only, with the ID behind a number', async () => {
	const { id, incident_number } = seeded(on, 'triggered');
	await on.run(run(String(incident_number)));
	expect(on.requests().map(({ method, path }) => `${method} ${path}`)).toEqual([
		`GET /incidents/${incident_number}`,
		`POST /incident_workflows/${workflow().id}/instances`,
	]);
	expect(on.requests()[1].body).toEqual({
		incident_workflow_instance: {
			type: 'incident_workflow_instance',
			incident: { id, type: 'incident_reference' },
		},
	});
});

it('is never sent again when nobody can tell whether it began', async () => {
	on.sandbox.fault('pagerDuty', { method: 'POST', drop: 'after' });
	const { error } = await on.run(run(seeded(on, 'triggered').id));
	expect(on.requests()).toHaveLength(1);
	expect(runs()).toHaveLength(1);
	expect(error?.description).toContain(
		'The outcome is unknown: PagerDuty may have done it or not. Look at the timeline of the incident',
	);
});

it('is sent again after a limit, which begins nothing', async () => {
	on.sandbox.fault('pagerDuty', { status: 429, headers: { 'ratelimit-reset': '0' }, body: {} });
	const { error } = await on.run(run(seeded(on, 'triggered').id));
	expect(error).toBeUndefined();
	expect(runs()).toHaveLength(1);
});

it.each([
	['no incident', { incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
	['no workflow', { workflowId: byId('={{ "" }}') }, "'Incident Workflow' is empty (item 0)"],
])('refuses %s before any request', async (_, fields, message) => {
	const { error } = await on.run(run('QXYZ', fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('says that the plan lacks workflows', async () => {
	on.sandbox.state('pagerDuty').abilities.delete('incident_workflows');
	const { error } = await on.run(run(seeded(on, 'triggered').id));
	expect(error).toMatchObject({ httpCode: '402' });
	expect(error?.description).toContain('The plan of this PagerDuty account');
});
