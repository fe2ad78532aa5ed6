import type { IDataObject } from 'n8n-workflow';

import type { AlertSource } from '../alert';
import { isNotification, macrosOf, notificationAlert, type Macros } from '../macros';
import { labelsOf, linksOf } from '../reading';

/** The variables of a notification script as JSON, with or without `NOTIFY_`. https://docs.checkmk.com/latest/en/notifications.html#environment_variables */
export const checkmk: AlertSource = {
	value: 'checkmk',
	name: 'Checkmk',
	looksFor: "'NOTIFY_WHAT', 'NOTIFY_NOTIFICATIONTYPE' and 'NOTIFY_HOSTNAME'",
	recognises: (payload) => {
		if (!isNotification(payload)) return false;
		const { WHAT, NOTIFICATIONTYPE, HOSTNAME } = macrosOf(payload);
		return Boolean(WHAT && NOTIFICATIONTYPE && HOSTNAME);
	},
	read: (payload) => {
		const macros = macrosOf(payload);
		// Old values of the service come along with a notification of its host.
		const isHost = macros.WHAT?.toUpperCase() === 'HOST';
		const alert = notificationAlert('Checkmk', isHost ? withoutService(macros) : macros);
		return [
			{
				...alert,
				links: linksOf(['Checkmk', addressOf(macros, isHost)]),
				labels: labels(payload, macros),
			},
		];
	},
};

function withoutService(macros: Macros): Macros {
	return Object.fromEntries(Object.entries(macros).filter(([name]) => !name.startsWith('SERVICE')));
}

/** Checkmk gives paths; SITEURL is what the script on our page adds to them. */
function addressOf({ SITEURL, HOSTURL, SERVICEURL }: Macros, isHost: boolean): string | null {
	const path = isHost ? HOSTURL : SERVICEURL;
	return SITEURL && path ? SITEURL.replace(/\/(?:check_mk\/?.*)?$/, '') + path : null;
}

/** Never all variables: the parameters of the script are among them, and may be secret. */
function labels(payload: IDataObject, macros: Macros): { [name: string]: string } {
	const given = Object.entries(payload).flatMap(([key, value]) => {
		const name = /^(?:NOTIFY_)?(?:HOST|SERVICE)LABEL_(.+)$/i.exec(key)?.[1];
		return name ? [[name, value]] : [];
	});
	const own = { site: macros.OMDSITE, address: macros.HOSTADDRESS };
	return labelsOf({ ...Object.fromEntries(given), ...own });
}
