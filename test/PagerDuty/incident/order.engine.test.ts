import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

import { pagerDuty, recordOf } from '../../../nodes/PagerDuty/api/profile';
import { INCIDENT } from '../../../nodes/PagerDuty/form/ids';
import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { assemble } from '../../../nodes/shared/run/assemble';
import { run } from '../../../nodes/shared/run/engine';
import { locator } from '../../../nodes/shared/form/fields';
import type { Resource } from '../../../nodes/shared/run/operation';
import { byId, suite } from '../../support/suite';

/** Stands for the operations that set a state, without their bulk request. */
const resource: Resource = {
	value: 'incident',
	name: 'Incident',
	operations: [
		{
			value: 'touch',
			name: 'Touch',
			action: 'Touch incident',
			description: 'For this test',
			retry: 'idempotent',
			properties: [
				locator(INCIDENT, { displayName: 'Incident', name: 'incidentId', required: true }),
				{ displayName: 'Mark', name: 'mark', type: 'string', default: '' },
			],
			request: (parameters) => ({
				method: 'GET',
				path: `/incidents/${parameters.pathId('incidentId')}`,
				query: { mark: parameters.text('mark') },
			}),
			records: recordOf('incident'),
		},
	],
};

const { description } = new PagerDutyIncidents();
const node: INodeType = {
	description: {
		...description,
		credentials: [{ name: pagerDuty.credential.type, required: true }],
		properties: assemble([resource]),
	},
	async execute(this: IExecuteFunctions) {
		return await run(this, pagerDuty, [resource]);
	},
};

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', node);

it('writes to one object keep the order of the items, those to others run beside them', async () => {
	on.sandbox.latency(20);
	on.sandbox.fault('pagerDuty', { every: 4, times: Infinity, delayMs: 30 });
	const ids = [...on.sandbox.state('pagerDuty').incidents.keys()].slice(0, 3);
	const items = Array.from({ length: 18 }, (_, mark) => ({ id: ids[mark % 3], mark }));
	const { error } = await on.run(
		{
			resource: 'incident',
			operation: 'touch',
			incidentId: byId('={{ $json.id }}'),
			mark: '={{ $json.mark }}',
		},
		{ items },
	);
	expect(error).toBeUndefined();
	for (const id of ids) {
		const marks = on
			.requests()
			.filter(({ path }) => path.endsWith(id))
			.map(({ query }) => Number(query.mark));
		expect(marks).toEqual(items.filter((item) => item.id === id).map(({ mark }) => mark));
	}
	expect(on.sandbox.stats('pagerDuty').peakInFlight).toBe(3);
});
