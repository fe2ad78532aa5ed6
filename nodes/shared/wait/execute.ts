import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { WAIT_INDEFINITELY } from '../ground/host';
import { run } from '../run/engine';
import type { Names } from '../run/names';
import type { Resource } from '../run/operation';
import type { VendorChoice } from '../wire/vendor';
import { waits } from './operation';
import { waitingIn, type Waiting } from './question';

/**
 * Runs a node as `run` does, and puts the execution to wait where its operation asks somebody something.
 * docs/design.md#waiting-for-an-answer.
 */
export async function runOrWait(
	context: IExecuteFunctions,
	choice: VendorChoice,
	resources: Resource[],
	names?: Names,
): Promise<INodeExecutionData[][]> {
	const output = await run(context, choice, resources, names);
	if (!isWaiting(context, resources)) return output;
	// A preview and a failed item are no question.
	const waiting = waitingIn(output[0]?.[0]?.json);
	if (!waiting) return output;
	keep(context, waiting);
	// n8n 2.8 and older check the links only where this was called; newer ones do it anyway.
	const { setSignatureValidationRequired: demand } = context as OlderContext;
	demand?.call(context);
	const { until } = waiting.question;
	await context.putExecutionToWait(until === null ? WAIT_INDEFINITELY : new Date(until));
	return output;
}

type OlderContext = { setSignatureValidationRequired?: () => void };

function isWaiting(context: IExecuteFunctions, resources: Resource[]): boolean {
	const chosen = (name: string) => context.getNodeParameter(name, 0, null) as unknown;
	const resource = resources.find(({ value }) => value === chosen('resource'));
	return waits(resource?.operations.find(({ value }) => value === chosen('operation')));
}

/**
 * When the time is up n8n passes the input on, and no code of the node runs; an answer is decided from it, too. Only the
 * waiting node gets another input: what came in is also what the node before it has put out.
 */
function keep(context: IExecuteFunctions, waiting: Waiting): void {
	const [item] = context.getInputData();
	const execution = context.getExecuteData();
	execution.data = { ...execution.data, main: [[{ ...item, json: waiting }]] };
}
