import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { idsOf, seedTriggered } from '../incidents';
import { byId, rowsOfIds, suite } from '../../support/suite';

/** Where a row, or an entry of a list, gives nothing. */
const HOLES = ['={{ $json.missing }}', '={{ null }}', '={{ "" }}', '={{ [] }}', ''];

describe('PagerDuty', () => {
	const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());
	const anna = () => Object.values(idsOf(on).users)[0];

	/** Operations with a list of targets: each gets the target's ID, and the rows of the list. */
	const OPERATIONS: Array<
		[string, string, (id: string, other: string, hole: string) => IDataObject]
	> = [
		[
			'merge',
			'Source Incidents',
			(_, other, hole) => ({
				resource: 'incident',
				operation: 'merge',
				sourceIncidentIds: rowsOfIds('sourceIncidentId', [other, hole]),
			}),
		],
		[
			'reassign',
			'Assignees',
			(_, __, hole) => ({
				resource: 'incident',
				operation: 'reassign',
				assigneeIds: rowsOfIds('assigneeId', [anna(), hole]),
			}),
		],
		[
			'request responders',
			'Users',
			(_, __, hole) => ({
				resource: 'responder',
				operation: 'request',
				message: 'Please help',
				userIds: rowsOfIds('userId', [anna(), hole]),
			}),
		],
		[
			'add subscribers',
			'Users',
			(_, __, hole) => ({
				resource: 'subscriber',
				operation: 'add',
				userIds: rowsOfIds('userId', [anna(), hole]),
			}),
		],
		[
			'remove subscribers',
			'Users',
			(_, __, hole) => ({
				resource: 'subscriber',
				operation: 'remove',
				userIds: rowsOfIds('userId', [anna(), hole]),
			}),
		],
	];

	it.each(OPERATIONS)(
		'%s: an empty row beside a filled one is refused',
		async (_, label, fields) => {
			const [id, other] = seedTriggered(on, 2);
			for (const hole of HOLES.slice(0, 4)) {
				const { error } = await on.run({ ...fields(id, other, hole), incidentId: byId(id) });
				expect(error?.message).toBe(`'${label}' is not whole: row 2 is empty (item 0)`);
				expect(error?.description).toBe(
					'Look at what the expression gives for this item, or remove it.',
				);
			}
			expect(on.requests()).toEqual([]);
		},
	);

	it.each(OPERATIONS)('%s: a list with a hole in it is refused', async (_, label, fields) => {
		const [id, other] = seedTriggered(on, 2);
		const hole = `={{ ["${other}", null] }}`;
		const { error } = await on.run({ ...fields(id, other, hole), incidentId: byId(id) });
		expect(error?.message).toBe(`'${label}' is not whole: row 2 is empty (item 0)`);
		expect(on.requests()).toEqual([]);
	});

	it('a row in which nothing was chosen is refused', async () => {
		const [target, source] = seedTriggered(on, 2);
		const chosen = (value: string) => ({
			sourceIncidentId: { __rl: true, mode: 'list', value },
		});
		const { error } = await on.run({
			resource: 'incident',
			operation: 'merge',
			incidentId: byId(target),
			sourceIncidentIds: { values: [chosen(''), chosen(source)] },
		});
		expect(error?.message).toBe("'Source Incidents' is not whole: row 1 is empty (item 0)");
		expect(on.requests()).toEqual([]);
	});

	it('a list as JSON text names several', async () => {
		const [target, first, second] = seedTriggered(on, 3);
		const { error } = await on.run({
			resource: 'incident',
			operation: 'merge',
			incidentId: byId(target),
			sourceIncidentIds: rowsOfIds('sourceIncidentId', [JSON.stringify([first, second])]),
		});
		expect(error).toBeUndefined();
		expect(on.requests().find(({ method }) => method === 'PUT')?.body).toEqual({
			source_incidents: [first, second].map((id) => ({ id, type: 'incident_reference' })),
		});
	});

	it.each(HOLES.slice(0, 4))('an incident that %s should name is refused', async (value) => {
		for (const operation of ['get', 'acknowledge', 'resolve']) {
			const { error } = await on.run({ resource: 'incident', operation, incidentId: byId(value) });
			expect(error?.message).toBe("'Incident' is empty (item 0)");
		}
		expect(on.requests()).toEqual([]);
	});

	it('a list of statuses may be JSON text', async () => {
		const filters = { statuses: '["triggered"]' };
		const { error } = await on.run({ resource: 'incident', operation: 'getAll', filters });
		expect(error).toBeUndefined();
		expect(on.theRequest().query['statuses[]']).toBe('triggered');
	});
});
