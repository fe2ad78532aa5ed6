import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { devHelm } from '../../../nodes/DevHelm/api/profile';
import { incident } from '../../../nodes/DevHelm/incident';
import { get } from '../../../nodes/DevHelm/incident/get';
import { assemble } from '../../../nodes/shared/run/assemble';
import { run } from '../../../nodes/shared/run/engine';
import type { Resource, SingleOperation } from '../../../nodes/shared/run/operation';
import { suite } from '../../support/suite';

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
const resources: Resource[] = [{ ...incident, operations: [changed] }];

const { description } = new DevHelm();
const versioned: INodeType = {
	description: {
		...description,
		version: [1, 2],
		defaultVersion: 2,
		properties: assemble(resources),
	},
	async execute(this: IExecuteFunctions) {
		return await run(this, devHelm, resources);
	},
};

const on = suite('devHelm', 'devHelmApi', versioned);

const ID = '0c1a9b52-6f0e-4f43-9b6e-2f6d6a0b7f11';
const parameters = { resource: 'incident', operation: 'get', incidentId: ID };
const reply = { status: 200, body: { data: { incident: { id: ID, title: 'Down' } } } };

const queryOf = async (typeVersion: number, more = {}) => {
	on.sandbox.fault('devHelm', { path: /incidents/, times: 1, ...reply });
	const { error } = await on.run({ ...parameters, ...more }, { typeVersion });
	expect(error).toBeUndefined();
	return on.requests().at(-1)?.query;
};

it('a saved workflow of version 1 sends what it always sent', async () =>
	expect(await queryOf(1)).toEqual({}));

it('even where a value of the new field came along', async () =>
	expect(await queryOf(1, { withUpdates: true })).toEqual({}));

it('a new node has the new field with its default', async () =>
	expect(await queryOf(2)).toEqual({ updates: 'true' }));
