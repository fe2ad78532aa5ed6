import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { loadedOption, locatorList } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { ACCOUNT, USER } from '../form/ids';
import { enumId } from './values';

/** Deprecated, but still taken by a create and an update. docs/facts/devrev.md#deprecated-fields. */
export const source: INodeProperties = loadedOption({
	displayName: 'Source Name or ID',
	name: 'source',
	method: 'getSources',
	about:
		'Where the incident was created. Deprecated by DevRev, and for service accounts and system users only',
});

/** What older versions of the API took. docs/facts/devrev.md#deprecated-fields. */
export const legacyFields: INodeProperties = {
	displayName: 'Legacy Fields',
	name: 'legacyFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description:
		"Fields of older versions of the API. The current API refuses 'Impacted Customers' and 'Stakeholders'.",
	options: [
		locatorList(ACCOUNT, {
			displayName: 'Impacted Customers',
			name: 'impactedCustomerIds',
			rowName: 'accountId',
			description:
				"The customers that the incident hits. The current API refuses this field: use 'Impact Customers' under 'Additional Fields'.",
		}),
		source,
		locatorList(USER, {
			displayName: 'Stakeholders',
			name: 'stakeholderIds',
			rowName: 'userId',
			description:
				'Users who are kept informed. The current API refuses this field and has no other for it.',
		}),
	],
};

/** The fields above as the API wants them. */
export function legacyOf(fields: Parameters): IDataObject {
	return {
		impacted_customers: fields.ids('impactedCustomerIds'),
		stakeholders: fields.ids('stakeholderIds'),
		source: enumId(fields, 'source'),
	};
}
