import type { IHookFunctions } from 'n8n-workflow';

import { explain } from '../ground/explain';
import { chosenVendor } from '../wire/vendor';
import { logWarning } from './failure';
import { forget, open, readRemembered, remove, type Stored } from './lifecycle';
import type { Subscriptions } from './subscription';

/**
 * Ends the deliveries, by removing exactly what was registered and is remembered: n8n calls this also after a
 * registration that has failed, when there is nothing to remove and nothing to ask. What is gone already
 * counts as done, and nothing that is not ours is touched.
 *
 * Never throws: n8n then keeps the registration of a test for good, and clones it with all that hangs on the
 * error whenever somebody listens again, which stops all of n8n for minutes.
 * @returns false when it is still there; n8n's log says what to do
 */
export async function unregister(context: IHookFunctions, hooks: Subscriptions): Promise<boolean> {
	const { subscriptionId }: Stored = context.getWorkflowStaticData('node');
	if (subscriptionId === undefined) return true;
	try {
		const call = await open(context, hooks);
		const own = await readRemembered(call);
		if (own) await remove(call, hooks.idOf(own));
		forget(call);
		return true;
	} catch (failure) {
		tell(context, hooks, subscriptionId, failure);
		return false;
	}
}

function tell(context: IHookFunctions, hooks: Subscriptions, id: string, failure: unknown): void {
	// By whichever way in: the form may be what cannot be read.
	const vendor = chosenVendor(hooks.vendor, () => undefined);
	const deed = { action: 'Unpublish', properties: hooks.form };
	const { message, description } = explain(failure, vendor, deed);
	logWarning(
		context,
		`the webhook subscription ${id} of ${vendor.name} could not be removed and goes on delivering to nobody. Delete it by hand at ${vendor.name}, or publish and unpublish the workflow again. What happened: ${message}. ${description}`,
	);
}
