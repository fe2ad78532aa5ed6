import { choice, locator, simplify } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { asObject, asText } from '../../shared/ground/values';
import { BUSINESS_SERVICE } from '../form/ids';
import { theIncident } from './fields';

/** `PUT /incidents/{id}/business_services/{business_service_id}/impacts`, without From. docs/facts/pagerduty.md#business-impact. */
export const setBusinessImpact: SingleOperation = {
	value: 'setBusinessImpact',
	name: 'Set Business Impact',
	action: 'Set business impact of incident',
	description:
		'Say by hand whether an incident impacts a business service. The status dashboard shows it, and subscribers of the business service may be told.',
	retry: 'idempotent',
	properties: [
		theIncident('judge'),
		locator(BUSINESS_SERVICE, {
			displayName: 'Business Service',
			name: 'businessServiceId',
			required: true,
			description: 'The business service in question: choose it, or give its ID or address',
		}),
		choice({
			displayName: 'Impact',
			name: 'impact',
			required: true,
			default: 'impacted',
			description: 'What the incident does to it',
			options: [
				{ name: 'Impacted', value: 'impacted' },
				{ name: 'Not Impacted', value: 'not_impacted' },
			],
		}),
		simplify,
	],
	request: (parameters) => {
		const incident = `/incidents/${parameters.pathId('incidentId')}`;
		return {
			method: 'PUT',
			path: `${incident}/business_services/${parameters.pathId('businessServiceId')}/impacts`,
			body: { relation: parameters.option('impact') },
		};
	},
	records: ({ body }) => {
		const answer = asObject(body);
		return asText(answer.relation) === undefined ? undefined : [answer];
	},
	simplify: ({ relation }, { path }) => {
		const [, , incidentId, , businessServiceId] = path.split('/').map(decodeURIComponent);
		return {
			provider: 'pagerduty',
			incidentId,
			businessServiceId,
			status: asText(relation) ?? null,
		};
	},
};
