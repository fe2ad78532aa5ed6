import type { INodeProperties } from 'n8n-workflow';

import { collection, simplify } from '../../shared/form/fields';
import { includeRawEvent } from '../../shared/trigger/item';
import { allowPrivateAddress } from '../../shared/trigger/reachable';
import { addNames } from '../api/names';
import { eventFilters } from '../form/eventFilters';

/** The form of the Bleemeo Trigger. Webhooks are set up by hand in the panel (docs/facts/bleemeo.md#webhooks). */
export const form: INodeProperties[] = [
	{
		displayName:
			"Bleemeo's webhooks are set up in its panel: open Notifications, create or edit a rule, and in its step Targets choose the Webhook integration. Fill in the Webhook Token below, then copy the whole Production URL from above, which ends in the token, as the URL there. Then publish this workflow.",
		name: 'setupNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Webhook Token',
		name: 'webhookToken',
		type: 'string',
		typeOptions: { password: true },
		// n8n publishes addresses without its variables, and shows them with these: nobody would listen there.
		noDataExpression: true,
		required: true,
		default: '',
		placeholder: 'e.g. 24 random letters and digits',
		description:
			"A random text that you choose, such as a password manager makes: 16 to 256 letters, digits, hyphens, dots, underscores and tildes. Bleemeo signs nothing, so only deliveries that carry this token start the workflow. It is the end of the address under 'Webhook URLs': with a new token, enter the new address at Bleemeo. It is stored in the workflow, so clear it in a copy that you share.",
	},
	simplify,
	eventFilters,
	collection('Options', 'options', [addNames, allowPrivateAddress, includeRawEvent]),
];
