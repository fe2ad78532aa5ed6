import { NodeConnectionTypes } from 'n8n-workflow';
import type { ICredentialType, IExecuteFunctions, INodeType } from 'n8n-workflow';

import { locator } from '../../../nodes/shared/form/fields';
import type { IdKind } from '../../../nodes/shared/form/idKind';
import { asObject, asText, isObject } from '../../../nodes/shared/ground/values';
import { assemble } from '../../../nodes/shared/run/assemble';
import { run } from '../../../nodes/shared/run/engine';
import type { Resource, SingleOperation } from '../../../nodes/shared/run/operation';
import type { Reply } from '../../../nodes/shared/wire/request';
import {
	baseUrl,
	byPath,
	finishAsJson,
	retryAfter,
	type Vendor,
} from '../../../nodes/shared/wire/vendor';

/** A vendor that nobody has, for what the core does whoever the vendor is. */
export const madeUp: Vendor = {
	name: 'Made Up',
	credential: { type: 'madeUpApi', label: 'Made Up API' },
	connect: (credential) => ({
		baseUrl: baseUrl(credential.baseUrl, 'https://made-up.example'),
		finish: finishAsJson,
		secrets: [],
		renewsToken: false,
	}),
	objectOf: byPath,
	readWords: ({ body }) => ({ text: asText(asObject(body).message) }),
	readWait: retryAfter,
};

export const madeUpCredential: ICredentialType = {
	name: 'madeUpApi',
	displayName: 'Made Up API',
	properties: [{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' }],
	authenticate: { type: 'generic', properties: {} },
};

export const INCIDENT: IdKind = {
	noun: 'incident',
	search: 'searchIncidents',
	id: { regex: 'I\\d+', example: 'I1' },
	addresses: { vendor: 'Made Up', domain: 'made-up', pages: [] },
};

/** What stands below this key of a reply. */
export const recordOf =
	(key: string) =>
	({ body }: Reply) => {
		const record = asObject(body)[key];
		return isObject(record) ? [record] : undefined;
	};

export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get incident',
	description: 'For these tests',
	retry: 'read',
	properties: [locator(INCIDENT, { displayName: 'Incident', name: 'incidentId', required: true })],
	request: (parameters) => ({
		method: 'GET',
		path: `/incidents/${parameters.pathId('incidentId')}`,
	}),
	records: recordOf('incident'),
};

/** A node of this vendor with these operations, on incidents. */
export function nodeWith(
	operations: Resource['operations'],
	more: Partial<INodeType['description']> = {},
): INodeType {
	const resources: Resource[] = [{ value: 'incident', name: 'Incident', operations }];
	return {
		description: {
			displayName: 'Made Up',
			name: 'madeUp',
			group: ['transform'],
			version: 1,
			description: 'For these tests',
			defaults: { name: 'Made Up' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: madeUp.credential.type, required: true }],
			properties: assemble(resources),
			...more,
		},
		async execute(this: IExecuteFunctions) {
			return await run(this, madeUp, resources);
		},
	};
}
