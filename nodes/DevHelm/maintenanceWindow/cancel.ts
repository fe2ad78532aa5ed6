import type { IDataObject } from 'n8n-workflow';

import { simplify } from '../../shared/form/fields';
import { asText } from '../../shared/ground/values';
import type { SingleOperation } from '../../shared/run/operation';
import { removal } from '../../shared/run/removal';
import type { ApiRequest } from '../../shared/wire/request';
import { idIn } from '../form/ids';
import { pathOf, theWindow } from './fields';
import { windowOf } from './record';
import { bodyOf, hasBegun, isOver, read } from './state';

/**
 * `DELETE /api/v1/maintenance-windows/{id}` for a window that is still to come. One that has begun ends now, by
 * `PUT`: it stays for those who ask later why nobody was alerted. docs/facts/devhelm.md#changing-a-maintenance-window.
 */
export const cancel: SingleOperation = {
	value: 'cancel',
	name: 'Cancel',
	action: 'Cancel maintenance window',
	description:
		'Let alerts be sent again: a window that is active ends now, one that is still to come is deleted. One that is over stays as it is.',
	properties: [theWindow('cancel'), simplify],
	request: (parameters) => ({ method: 'DELETE', path: pathOf(parameters) }),
	...removal,
	records: (reply, { method }) => (method === 'DELETE' ? removal.records() : windowOf(reply)),
	state: () => ({
		...read,
		already: (window) =>
			isOver(window, Date.now())
				? 'Some maintenance windows were over already: nothing was changed on them'
				: undefined,
	}),
	decide: async (_, { request }, [window]) => {
		const now = Date.now();
		if (!hasBegun(window, now)) return request;
		const endsAt = new Date(now).toISOString();
		return { ...request, method: 'PUT', body: { ...bodyOf(window), endsAt } };
	},
	simplify: toCancelRecord,
};

/** What has become of the window; of one that was deleted DevHelm tells nothing more. */
function toCancelRecord(window: IDataObject, { path }: ApiRequest): IDataObject {
	return {
		provider: 'devhelm',
		id: asText(window.id) ?? idIn(path, 1),
		outcome: window.deleted === true ? 'deleted' : 'ended',
		monitorId: asText(window.monitorId) ?? null,
		startsAt: asText(window.startsAt) ?? null,
		endsAt: asText(window.endsAt) ?? null,
		reason: asText(window.reason) ?? null,
	};
}
