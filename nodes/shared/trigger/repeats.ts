import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { asText } from '../values';

/** Delivery IDs that n8n keeps for one node. */
const MOST_KEPT = 10_000;

/**
 * The trigger's own step of a run: drops a delivery that another run has had, also in another process
 * or before a restart, by n8n's store of processed items. What a person tests is never dropped.
 */
export async function dropRepeats(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const id = asText(items[0]?.json.deliveryId);
	const { checkProcessedAndRecord } = context.helpers;
	if (id === undefined || context.getMode() === 'manual' || !checkProcessedAndRecord) {
		return [items];
	}
	const { new: fresh } = await checkProcessedAndRecord([id], 'node', {
		mode: 'entries',
		maxEntries: MOST_KEPT,
	});
	return [fresh.length ? items : []];
}
