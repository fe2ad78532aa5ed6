import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { asObject } from '../../shared/ground/values';
import { dropRepeats } from '../../shared/trigger/repeats';
import { withNames } from '../api/names';

/** The trigger's own step of a run: drops repeats, and looks names up while Bleemeo has its answer. */
export async function finish(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const [items] = await dropRepeats(context);
	const { addNames } = asObject(context.getNodeParameter('options', 0, {}));
	return [addNames === true ? await withNames(context, items) : items];
}
