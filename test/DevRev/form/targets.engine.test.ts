import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, rowsOfIds, suite } from '../../support/suite';

/** Where a row, or an entry of a list, gives nothing. */
const HOLES = ['={{ $json.missing }}', '={{ null }}', '={{ "" }}', '={{ [] }}', ''];

describe('DevRev', () => {
	const on = suite('devRev', 'devRevApi', new DevRev());

	it.each(HOLES)('an update that lacks one owner of two (%s) is refused', async (hole) => {
		const ownedByIds = rowsOfIds('userId', ['DEVU-1', hole]);
		const { error } = await on.run({
			resource: 'incident',
			operation: 'update',
			incidentId: byId('INC-1'),
			updateFields: { ownedBy: { values: [{ change: 'replace', ownedByIds }] } },
		});
		expect(error?.message).toContain('is not whole: row 2 is empty (item 0)');
		expect(on.requests()).toEqual([]);
	});

	it.each(HOLES)(
		'a create that lacks one owner of two (%s) goes out, with a notice',
		async (hole) => {
			const { error, hints } = await on.run({
				resource: 'incident',
				operation: 'create',
				title: 'One',
				additionalFields: { ownedByIds: rowsOfIds('userId', ['DEVU-1', hole]) },
			});
			expect(error).toBeUndefined();
			expect(on.requests().slice(-1)[0].body).toMatchObject({ owned_by: ['DEVU-1'] });
			expect(hints.map(({ message }) => message)).toEqual([
				"In 'Owned By' row 2 was empty (item 0)",
			]);
		},
	);

	it('a filter that lacks one owner of two is refused', async () => {
		const filters = { ownedByIds: rowsOfIds('userId', ['DEVU-1', '={{ $json.missing }}']) };
		const { error } = await on.run({ resource: 'incident', operation: 'getAll', filters });
		expect(error?.message).toBe("'Owned By' is not whole: row 2 is empty (item 0)");
		expect(on.requests()).toEqual([]);
	});
});
