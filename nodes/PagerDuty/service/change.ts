import type { SingleOperation, StateRule } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import type { Parameters } from '../../shared/form/parameters';
import { asObject, asText, compact } from '../../shared/ground/values';
import type { IDataObject } from 'n8n-workflow';
import { recordOf, reference } from '../api/profile';
import { toServiceRecord } from './record';

/** `PUT /services/{id}` with some fields. docs/facts/pagerduty.md#writing-services. */
export function put(parameters: Parameters, fields: IDataObject): ApiRequest {
	return {
		method: 'PUT',
		path: `/services/${parameters.pathId('serviceId')}`,
		body: { service: { type: 'service', ...fields } },
	};
}

/**
 * How all changes of a service are made. PagerDuty wants the escalation policy in each of them, so the service is
 * read first, and its own one is sent along where no other is given.
 */
export const changing = {
	retry: 'idempotent',
	records: recordOf('service'),
	decide: async (_, { request }, [service]) => {
		const own = asText(asObject(service?.escalation_policy).id);
		const changes = asObject(request.body?.service);
		const policy = compact({ escalation_policy: reference('escalation_policy', own) });
		return { ...request, body: { service: { ...policy, ...changes } } };
	},
	simplify: toServiceRecord,
} satisfies Partial<SingleOperation>;

/** The service is read before each change. @param already what is said where nothing is left to do */
export function looking(already?: StateRule['already']): StateRule {
	return { read: ({ path }) => ({ method: 'GET', path }), looksFirst: true, already };
}
