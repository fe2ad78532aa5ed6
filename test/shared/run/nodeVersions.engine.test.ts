import type { SingleOperation } from '../../../nodes/shared/run/operation';
import { byId } from '../../support/locators';
import { madeUpSuite } from '../madeUp/suite';
import { get, nodeWith } from '../madeUp/vendor';

/** What CONTRIBUTING.md says about a version 2 of a node, done to one operation. */
const changed: SingleOperation = {
	...get,
	properties: [
		...get.properties,
		{
			displayName: 'With Updates',
			name: 'withUpdates',
			type: 'boolean',
			default: true,
			description: 'Whether to read the updates as well',
			displayOptions: { show: { '@version': [{ _cnd: { gte: 2 } }] } },
		},
	],
	request: (parameters) => {
		const withUpdates = parameters.boolean('withUpdates');
		return {
			...get.request(parameters),
			...(withUpdates === undefined ? {} : { query: { updates: withUpdates } }),
		};
	},
};

const on = madeUpSuite(nodeWith([changed], { version: [1, 2], defaultVersion: 2 }));

const queryOf = async (typeVersion: number, more = {}) => {
	const parameters = { operation: 'get', incidentId: byId('I1'), ...more };
	const { error } = await on.run(parameters, { typeVersion });
	expect(error).toBeUndefined();
	return on.requests().at(-1)?.query;
};

it('a saved workflow of version 1 sends what it always sent', async () =>
	expect(await queryOf(1)).toEqual({}));

it('even where a value of the new field came along', async () =>
	expect(await queryOf(1, { withUpdates: true })).toEqual({}));

it('a new node has the new field with its default', async () =>
	expect(await queryOf(2)).toEqual({ updates: 'true' }));
