import type { SingleOperation } from '../../../nodes/shared/run/operation';
import { locator } from '../../../nodes/shared/form/fields';
import { byId } from '../../support/locators';
import { madeUpSuite } from '../madeUp/suite';
import { INCIDENT, nodeWith, recordOf } from '../madeUp/vendor';

/** Stands for the operations that set a state, without their bulk request. */
const touch: SingleOperation = {
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
};

const on = madeUpSuite(nodeWith([touch]));

it('writes to one object keep the order of the items, those to others run beside them', async () => {
	on.latency(20);
	on.fault({ every: 4, times: Infinity, delayMs: 30 });
	const ids = on.incidents().map(({ id }) => id);
	const items = Array.from({ length: 18 }, (_, mark) => ({ id: ids[mark % 3], mark }));
	const { error } = await on.run(
		{
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
	expect(on.peakInFlight()).toBe(3);
});
