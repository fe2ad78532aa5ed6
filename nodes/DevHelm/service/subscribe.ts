import { choice, collection, extraFields, locator, simplify } from '../../shared/form/fields';
import { asText, compact } from '../../shared/ground/values';
import type { SingleOperation } from '../../shared/run/operation';
import { SERVICE_COMPONENT } from '../form/ids';
import { CATALOG, sensitivities, theService, TRACKED } from './fields';
import { dataOf, toServiceRecord } from './record';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * `POST /api/v1/service-subscriptions/{slug}`, which gives the subscription that is there, if it is the same.
 * docs/facts/devhelm.md#tracking-a-service.
 */
export const subscribe: SingleOperation = {
	value: 'subscribe',
	name: 'Subscribe',
	action: 'Subscribe to service',
	description:
		'Let DevHelm track a service of another vendor, so that its incidents stand beside your own; nobody is alerted unless Alert Sensitivity says so',
	retry: 'idempotent',
	properties: [
		theService('track'),
		choice({
			displayName: 'Alert Sensitivity',
			name: 'alertSensitivity',
			required: true,
			default: 'AWARENESS',
			description: 'What of the service alerts people',
			options: sensitivities,
		}),
		simplify,
		collection('Additional Fields', 'additionalFields', [
			locator(SERVICE_COMPONENT, {
				displayName: 'Component',
				name: 'componentId',
				typeOptions: { loadOptionsDependsOn: ['service.value'] },
				description: 'The one component to track, instead of the whole service',
			}),
			extraFields,
		]),
	],
	request: (parameters) => {
		const fields = parameters.group('additionalFields');
		return {
			method: 'POST',
			path: `${TRACKED}/${parameters.pathId('service')}`,
			body: {
				...compact({
					componentId: fields.id('componentId'),
					alertSensitivity: parameters.option('alertSensitivity'),
				}),
				...fields.json('extraFields'),
			},
		};
	},
	// The address wants the short name, and an ID may be all that an item has.
	decide: async ({ read }, { parameters, request }) => {
		const id = parameters.id('service') ?? '';
		if (!UUID.test(id)) return request;
		const [service] = await read({ method: 'GET', path: `${CATALOG}/${id}` }, dataOf);
		return { ...request, path: `${TRACKED}/${encodeURIComponent(asText(service.slug) ?? id)}` };
	},
	records: dataOf,
	notices: ([subscription], { request }) =>
		subscription?.alertSensitivity === request.body?.alertSensitivity
			? []
			: [
					"Some services were tracked already with another alert sensitivity, which was not changed. Use 'Set Alert Sensitivity' for that",
				],
	simplify: toServiceRecord,
};
