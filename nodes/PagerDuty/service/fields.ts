import type { INodeProperties } from 'n8n-workflow';

import { locator } from '../../shared/form/fields';
import { ESCALATION_POLICY, SERVICE } from '../form/ids';

/** The service that an operation is about; `verb` as in "The service to read". */
export function theService(verb: string): INodeProperties {
	return locator(SERVICE, {
		displayName: 'Service',
		name: 'serviceId',
		required: true,
		description: `The service to ${verb}: choose it, or give its ID or address`,
	});
}

export const serviceName: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Checkout',
	description: 'What people call the service. No other service of the account may have this name.',
};

/** The policy of the service; `more` says what it does in this operation. */
export function policy(more: string): INodeProperties {
	return locator(ESCALATION_POLICY, {
		displayName: 'Escalation Policy',
		name: 'escalationPolicyId',
		description: more,
	});
}
