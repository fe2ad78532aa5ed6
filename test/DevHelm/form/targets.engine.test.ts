import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { component, page } from '../statusPages';
import { byId, suite } from '../../support/suite';

/** Where a row, or an entry of a list, gives nothing. */
const HOLES = ['={{ $json.missing }}', '={{ null }}', '={{ "" }}', '={{ [] }}', ''];

describe('DevHelm', () => {
	const on = suite('devHelm', 'devHelmApi', new DevHelm());

	it.each(HOLES)('a component that %s should name is refused', async (hole) => {
		const row = (id: string) => ({ componentId: byId(id), status: 'OPERATIONAL' });
		const values = [row(component(on).id), row(hole)];
		const { error } = await on.run({
			resource: 'statusPageIncident',
			operation: 'create',
			statusPageId: byId(page(on).id),
			title: 'One',
			impact: 'MINOR',
			body: 'Text',
			additionalFields: { affectedComponents: { values } },
		});
		expect(error?.message).toBe("'Component' in row 2 of 'Affected Components' is empty (item 0)");
		expect(on.requests()).toEqual([]);
	});
});
