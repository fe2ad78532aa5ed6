import { NodeOperationError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import { Fault, type FaultKind, type VendorWords } from '../../../nodes/shared/ground/failures';
import { matchOf } from '../../../nodes/shared/form/choices';
import { explain, explainOpen } from '../../../nodes/shared/ground/explain';

const vendor = { name: 'Vendor', credential: { label: 'Vendor API' } };
const node: INode = {
	id: 'n',
	name: 'Vendor',
	type: 'vendor',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const CHOOSE =
	"Nothing was sent. Open the node and choose a credential of the kind 'Vendor API'; where one is chosen already, open it and save it once more.";

test('a credential that n8n cannot give is no defect of the node', () => {
	const failure = new NodeOperationError(node, 'Node does not have any credentials set for "api"');
	const said = explain(failure, vendor, { action: 'Unpublish', properties: [] });

	expect(said).toEqual({
		message: `n8n could not give 'Unpublish' its credential: ${failure.message}`,
		description: CHOOSE,
		details: { itemIndex: undefined, kind: 'input', sent: false },
	});
	expect(explainOpen(failure, vendor)).toEqual({
		message: failure.message,
		description: CHOOSE,
		details: {},
	});
});

describe('leads to the page', () => {
	const page = 'https://docs.example/vendor.md#vendor-api';
	const fault = (kind: FaultKind, status: number, words: VendorWords = {}) =>
		new Fault({
			kind,
			status,
			words,
			request: 'POST /things',
			attempts: 1,
			waitedMs: 0,
			outcomeUnknown: false,
		});
	const said = (failure: Fault) => {
		const asked = { ...vendor, credential: { ...vendor.credential, page } };
		return explain(failure, asked, { action: 'Create thing', properties: [] }, 0).description;
	};

	test.each<[string, Fault, string | undefined]>([
		['of a limit', fault('limited', 429), 'https://docs.example/vendor.md#limits'],
		['of a wrong token', fault('refused', 401), page],
		['of a missing right', fault('refused', 403), page],
		['of nothing else', fault('refused', 400), undefined],
		['of no proxy', fault('refused', 403, { speaker: 'A proxy' }), undefined],
	])('%s', (_, failure, link) => expect(/See (\S+)/.exec(said(failure))?.[1]).toBe(link));
});

test('what nobody expects is called a defect', () => {
	const said = explain(new TypeError('x is not a function'), vendor, {
		action: 'Create incident',
		properties: [],
	});
	expect(said.message).toBe('Create incident stopped unexpectedly: x is not a function');
	expect(said.description).toMatch(/^This is a defect of the node/);
});

test('a defect that mentions a credential is one all the same: nobody may read that nothing was sent', () => {
	const failure = new TypeError("Cannot read properties of undefined (reading 'credential')");
	const said = explain(failure, vendor, { action: 'Create incident', properties: [] }, 2);
	expect(said.message).toContain('stopped unexpectedly (item 2');
	expect(said.details).toEqual({ itemIndex: 2, kind: 'defect' });
});

test.each([
	[
		'an entry without a value by its name',
		[
			{ name: 'Any', value: '' },
			{ name: 'Failed', value: 'failed' },
		],
		'Use one of: Any, failed',
	],
	[
		'numbers by their names',
		[
			{ name: 'OK', value: 0 },
			{ name: 'Critical', value: 2 },
		],
		'Use one of: OK, Critical',
	],
])('a closed list shows %s', (_, choices, hint) => {
	expect(matchOf('nonsense', choices, true)).toEqual({ complaint: 'cannot be "nonsense"', hint });
	expect(matchOf(choices[0].name, choices, true)).toEqual({ value: choices[0].value });
});
