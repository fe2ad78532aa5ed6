import type { IDataObject } from 'n8n-workflow';

import { byId, type Suite } from '../support/suite';

/** Of the sandbox's catalogue: the first has an incident, both are tracked. */
export type ServiceName = 'Cloud Nine' | 'Mailwing' | 'Paylane';

export function service(on: Suite, name: ServiceName = 'Paylane') {
	const found = [...on.sandbox.state('devHelm').services.values()].find((one) => one.name === name);
	if (!found) throw new TypeError(name);
	return found;
}

export function facts(on: Suite, name?: ServiceName) {
	const found = on.sandbox.state('devHelm').serviceFacts.get(service(on, name).id);
	if (!found) throw new TypeError(name);
	return found;
}

export const subscriptions = (on: Suite) => [...on.sandbox.state('devHelm').subscriptions.values()];

/** Parameters of an operation on a service. */
export function about(operation: string, id: string, fields: IDataObject = {}): IDataObject {
	return { resource: 'service', operation, service: byId(id), ...fields };
}

/** The item for a service out of the catalogue. */
export function recordOf(on: Suite, name: ServiceName, more: IDataObject = {}): IDataObject {
	const { id, slug, category, overallStatus } = service(on, name);
	return {
		provider: 'devhelm',
		id,
		slug,
		name,
		category,
		status: overallStatus,
		activeIncidents: 0,
		url: null,
		subscriptionId: null,
		component: null,
		alertSensitivity: null,
		...more,
	};
}
