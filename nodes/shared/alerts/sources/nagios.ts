import type { IDataObject } from 'n8n-workflow';

import type { AlertSource } from '../alert';
import { isNotification, macrosOf, notificationAlert } from '../macros';
import { labelsOf, linksOf } from '../reading';

/**
 * The macros of a notification command as JSON: those of Nagios (and what grew out of it), in capitals or not, and
 * the dotted ones of Icinga 2. https://assets.nagios.com/downloads/nagioscore/docs/nagioscore/4/en/macrolist.html,
 * https://icinga.com/docs/icinga-2/latest/doc/03-monitoring-basics/#runtime-macros
 */
export const nagios: AlertSource = {
	value: 'nagios',
	name: 'Nagios and Icinga',
	looksFor: "'NOTIFICATIONTYPE' and 'HOSTNAME', or 'notification.type' and 'host.name'",
	recognises: (payload) => {
		if (!isNotification(payload)) return false;
		const macros = macrosOf(payload);
		// Checkmk has them, too, and says of what kind it is.
		return Boolean(macros.NOTIFICATIONTYPE && macros.HOSTNAME && !macros.WHAT);
	},
	read: (payload) => {
		const macros = macrosOf(payload);
		const alert = notificationAlert(toolOf(payload), macros);
		const kind = alert.service === null ? 'HOST' : 'SERVICE';
		return [
			{
				...alert,
				links: linksOf(
					['Notes', macros[`${kind}NOTESURL`]],
					['Action', macros[`${kind}ACTIONURL`]],
				),
				labels: labelsOf({
					address: macros.HOSTADDRESS ?? macros.ADDRESS,
					hostGroups: macros.HOSTGROUPNAMES,
					serviceGroups: macros.SERVICEGROUPNAMES,
				}),
			},
		];
	},
};

/** Only Icinga 2 parts its names. */
function toolOf(payload: IDataObject): string {
	return Object.keys(payload).some((name) => /^(?:icinga|notification(?:[._]|$))/i.test(name))
		? 'Icinga'
		: 'Nagios';
}
