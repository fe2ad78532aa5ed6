import { byId, type Suite } from '../../support/suite';
import { incidentOf } from '../timeline';

export const linksOf = (on: Suite) => on.sandbox.state('devRev').linking.links;

/** Links INC-3 with these, one after the other, and forgets the requests. */
export async function linked(on: Suite, ...numbers: string[]) {
	for (const number of numbers) {
		const { error } = await on.run({
			resource: 'link',
			operation: 'create',
			incidentId: byId(incidentOf(on).id),
			targetId: byId(number),
		});
		if (error) throw error;
	}
	on.sandbox.clearRequests();
	return linksOf(on);
}
