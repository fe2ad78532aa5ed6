import type { IDataObject } from 'n8n-workflow';

import { asObject, isObject } from '../../ground/values';
import type { Alert, AlertSource } from '../alert';
import {
	alertOf,
	fingerprintOf,
	firstText,
	hasKeys,
	labelsOf,
	linesOf,
	linksOf,
	textOrNull,
	timeOrNull,
} from '../reading';

/**
 * What n8n's own Error Trigger puts out: of an execution that failed, or of a trigger that did not work.
 * https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.errortrigger/#error-data
 */
export const n8nError: AlertSource = {
	value: 'n8nError',
	name: 'Error Trigger',
	looksFor: "'workflow', and 'execution' or 'trigger' with an 'error'",
	recognises: ({ workflow, execution, trigger }) =>
		isObject(workflow) &&
		(hasKeys(asObject(execution), 'error') || hasKeys(asObject(trigger), 'error')),
	read: (payload) => [alertFrom(payload)],
};

function alertFrom(payload: IDataObject): Alert {
	const [workflow, execution] = [asObject(payload.workflow), asObject(payload.execution)];
	const isTrigger = !isObject(payload.execution);
	const { error: thrown, mode } = isTrigger ? asObject(payload.trigger) : execution;
	const error = asObject(thrown);
	const node = firstText(asObject(error.node).name, execution.lastNodeExecuted);
	const name = firstText(workflow.name, workflow.id) ?? 'A workflow';
	return alertOf({
		tool: 'n8n',
		state: 'firing',
		title: `${isTrigger ? 'The trigger of ' : ''}${name} failed${node ? ` in ${node}` : ''}`,
		text: linesOf(firstText(error.message, thrown), error.description),
		source: name,
		// One failure a node: the next execution that fails there is the same problem.
		fingerprint: fingerprintOf('n8n', workflow.id ?? name, node),
		startedAt: timeOrNull(error.timestamp),
		links: linksOf(['Execution', execution.url]),
		labels: labelsOf({
			workflow: textOrNull(workflow.id),
			node,
			mode,
			execution: execution.id,
			error: textOrNull(error.name),
		}),
	});
}
