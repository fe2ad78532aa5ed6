import { locator } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { removal } from '../../shared/run/removal';
import { INCIDENT, LINK } from '../form/ids';

/** `POST /links.delete`. docs/facts/devrev.md#links. */
export const deleteLink: SingleOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete link',
	description: 'Remove a link; what it connected stays',
	properties: [
		locator(INCIDENT, {
			displayName: 'Incident',
			name: 'incidentId',
			description:
				"The incident whose links the list of 'Link' offers. It is not needed, and not sent, when the link is given by its ID.",
		}),
		locator(LINK, {
			displayName: 'Link',
			name: 'linkId',
			required: true,
			typeOptions: { loadOptionsDependsOn: ['incidentId.value'] },
			description:
				'The link to delete: choose it from those of the incident, or give its full ID, which starts with don:',
		}),
	],
	request: (parameters) => ({
		method: 'POST',
		path: '/links.delete',
		body: { id: parameters.id('linkId') },
	}),
	...removal,
	isGone: (fault) => removal.isGone(fault) || fault.words.code === 'invalid_id',
};
