import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';

import { FormIssue } from '../../../nodes/shared/ground/failures';
import { toItems } from '../../../nodes/shared/run/outcome';
import type { Task } from '../../../nodes/shared/run/task';
import { PROFILES } from '../../support/catalogue';

/** Any: nothing here depends on the vendor. */
const [vendor] = PROFILES;

type Json = IDataObject;

/** What counts as a failed item, as `workflow-execute.js` of the named n8n-core has it. */
const HOSTS: Array<[string, (json: Json) => boolean]> = [
	[
		'n8n-core 1.122.48 and 2.8.1 (n8n 1.123.81 and 2.8.4)',
		(json) =>
			Boolean(json.error) &&
			(Object.keys(json).length === 1 || (Boolean(json.message) && Object.keys(json).length === 2)),
	],
	[
		'n8n-core 2.35.5 to 2.41.1',
		(json) =>
			Boolean(json.error) &&
			Object.keys(json).every((key) => ['error', 'message', 'details'].includes(key)),
	],
];

const INPUT = { id: 'alert-7', message: 'disk full', details: 'sda1' };
const TEXT = "'Title' is empty (item 0). Fill it in.";

/** What the node puts out for an item that failed. */
function failed(node: Partial<INode>): INodeExecutionData[] {
	const context = { getNode: () => ({ name: 'Node', ...node }) } as unknown as IExecuteFunctions;
	const operation = { value: 'create', action: 'Create incident', retry: 'once' };
	const failure = new FormIssue("'Title' is empty", 'Fill it in.');
	return toItems(context, vendor, { itemIndex: 0, operation, failure } as unknown as Task);
}

/** What n8n makes of it: the branch, the JSON there, and whether it runs the whole node again. */
function left(isFailed: (json: Json) => boolean, node: Partial<INode>) {
	const [item] = failed(node);
	const runsAgain = node.retryOnFail === true && (item.json.error ?? false) !== false;
	let after = item;
	let branch = 'success';
	if (node.onError === 'continueErrorOutput' && (item.error || isFailed(item.json))) {
		branch = 'error';
		after = { ...item, json: { ...INPUT, ...item.json } };
	}
	if (after.error !== undefined) after.json = { error: after.error.message };
	return { branch, runsAgain, json: after.json };
}

const DETAILS = { itemIndex: 0, kind: 'input', sent: false };

describe.each(HOSTS)('a failed item in %s', (_, isFailed) => {
	it('leaves by the error branch with its input, the text and the details', () =>
		expect(left(isFailed, { onError: 'continueErrorOutput' })).toEqual({
			branch: 'error',
			runsAgain: false,
			json: { ...INPUT, error: TEXT, details: DETAILS },
		}));

	it('goes on among the others with text and details', () =>
		expect(left(isFailed, { onError: 'continueRegularOutput' })).toEqual({
			branch: 'success',
			runsAgain: false,
			json: { error: TEXT, details: DETAILS },
		}));

	it.each([
		['continueErrorOutput', 'error'],
		['continueRegularOutput', 'success'],
	] as const)('does not make n8n run the others again: Retry On Fail, %s', (onError, branch) =>
		expect(left(isFailed, { onError, retryOnFail: true })).toEqual({
			branch,
			runsAgain: false,
			json: { error: TEXT },
		}),
	);
});
