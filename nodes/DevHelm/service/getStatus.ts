import type { IDataObject } from 'n8n-workflow';

import { simplify } from '../../shared/form/fields';
import { asNumber, asRows, asText } from '../../shared/ground/values';
import type { SingleOperation } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { idIn } from '../form/ids';
import { pathOf, theService } from './fields';
import { dataOf } from './record';

/** `GET /api/v1/services/{slugOrId}/live-status`. docs/facts/devhelm.md#services-of-others. */
export const getStatus: SingleOperation = {
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get status of service',
	description:
		'Look whether a service of another vendor works right now, and which of its parts do not; light enough to be asked often',
	retry: 'read',
	properties: [theService('look at'), simplify],
	request: (parameters) => ({ method: 'GET', path: `${pathOf(parameters)}/live-status` }),
	records: dataOf,
	simplify: toStatusRecord,
};

/** The parts that do not work are what one looks for: a service may have hundreds. */
function toStatusRecord(service: IDataObject, { path }: ApiRequest): IDataObject {
	const components = asRows(service.componentStatuses);
	return {
		provider: 'devhelm',
		service: idIn(path, 2),
		status: asText(service.overallStatus) ?? null,
		activeIncidents: asNumber(service.activeIncidentCount) ?? null,
		impairedComponents: components
			.filter(({ status }) => status !== 'operational')
			.map(({ name, status }) => ({ name: asText(name) ?? null, status: asText(status) ?? null })),
		components: components.length,
		lastPolledAt: asText(service.lastPolledAt) ?? null,
	};
}
