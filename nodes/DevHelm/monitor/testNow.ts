import type { IDataObject } from 'n8n-workflow';

import { simplify } from '../../shared/form/fields';
import { asNumber, asObject, asRows, asText } from '../../shared/ground/values';
import type { SingleOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { idIn } from '../form/ids';
import { pathOf, theMonitor } from './fields';

/** `POST /api/v1/monitors/{id}/test`. docs/facts/devhelm.md#results-of-a-monitor. */
export const testNow: SingleOperation = {
	value: 'testNow',
	name: 'Test Now',
	action: 'Test monitor now',
	description:
		'Run the check of a monitor once and see what it finds, for example whether a repair has helped. The result is not stored, and no incident opens or closes by it.',
	retry: 'idempotent',
	properties: [theMonitor('test'), simplify],
	request: (parameters) => ({ method: 'POST', path: `${pathOf(parameters)}/test` }),
	records: ({ body }) => {
		const data = asObject(asObject(body).data);
		return typeof data.passed === 'boolean' ? [data] : undefined;
	},
	simplify: toTestRecord,
};

/** What one looks at in a test; the answer of what was tested is in the whole object. */
function toTestRecord(result: IDataObject, { path }: ApiRequest): IDataObject {
	const { passed, warnings } = result;
	return {
		provider: 'devhelm',
		monitorId: idIn(path, 2),
		passed: passed === true,
		failureReason: asText(result.error) ?? null,
		statusCode: asNumber(result.statusCode) ?? null,
		responseTimeMs: asNumber(result.responseTimeMs) ?? null,
		finalUrl: asText(result.finalUrl) ?? null,
		failedAssertions: asRows(result.assertionResults)
			.filter((one) => one.passed === false)
			.map(({ message, assertionType }) => asText(message) ?? String(assertionType)),
		warnings: Array.isArray(warnings) ? warnings : [],
	};
}
