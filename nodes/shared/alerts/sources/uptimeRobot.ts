import type { IDataObject } from 'n8n-workflow';

import type { Alert, AlertSource } from '../alert';
import {
	alertOf,
	fingerprintOf,
	firstText,
	hasKeys,
	labelsOf,
	linesOf,
	linksOf,
	timeOrNull,
} from '../reading';

/** The variables of a webhook under their own names, as the query string, as a form or as JSON. https://help.uptimerobot.com/en/articles/14498593-webhook-integration */
export const uptimeRobot: AlertSource = {
	value: 'uptimeRobot',
	name: 'UptimeRobot',
	looksFor: "'monitorFriendlyName', and 'alertType' or 'alertTypeFriendlyName'",
	recognises: (payload) =>
		hasKeys(payload, 'monitorFriendlyName') &&
		(hasKeys(payload, 'alertType') || hasKeys(payload, 'alertTypeFriendlyName')),
	read: (payload) => [alertFrom(payload)],
};

function alertFrom(payload: IDataObject): Alert {
	const [name, url] = [filled(payload.monitorFriendlyName), filled(payload.monitorURL)];
	const [kind, at] = [kindOf(payload), timeOrNull(filled(payload.alertDateTime))];
	const monitor = firstText(name, url) ?? 'A monitor';
	const state = kind === 'up' ? 'resolved' : 'firing';
	return alertOf({
		tool: 'UptimeRobot',
		state,
		title: `${monitor} ${SAYINGS[kind]}`,
		text: linesOf(filled(payload.alertDetails), expiryOf(payload)),
		// UptimeRobot has no severities, but what expires is no outage.
		severity: kind === 'expiry' ? 'warning' : null,
		source: url ?? name,
		// Nobody says that a certificate was renewed, and the monitor being up does not mean it.
		fingerprint: fingerprintOf(
			'UptimeRobot',
			firstText(filled(payload.monitorID), url, name),
			kind === 'expiry' ? kind : '',
		),
		startedAt: state === 'firing' ? at : null,
		endedAt: state === 'resolved' ? at : null,
		links: linksOf(['UptimeRobot', payload.dashboardUrl], ['Monitored', url]),
		labels: labelsOf({
			monitor: filled(payload.monitorID),
			alertType: filled(payload.alertTypeFriendlyName),
		}),
	});
}

const SAYINGS = {
	up: 'is up again',
	expiry: 'has a certificate or domain about to expire',
	down: 'is down',
};

function kindOf({ alertType, alertTypeFriendlyName }: IDataObject): keyof typeof SAYINGS {
	const [type, word] = [filled(alertType), filled(alertTypeFriendlyName)?.toLowerCase()];
	if (type === '2' || (!type && word === 'up')) return 'up';
	return type === '3' || (!type && /expir/.test(word ?? '')) ? 'expiry' : 'down';
}

function expiryOf({
	sslExpiryDate,
	sslExpiryDaysLeft,
	domainExpireDate,
}: IDataObject): string | null {
	const [ssl, days, domain] = [
		filled(sslExpiryDate),
		filled(sslExpiryDaysLeft),
		filled(domainExpireDate),
	];
	return linesOf(
		ssl && `The certificate expires on ${ssl}${days ? ` (in ${days} days)` : ''}.`,
		domain && `The domain expires on ${domain}.`,
	);
}

/** Variables that an alert does not have stay as they were written: `*sslExpiryDate*`. */
function filled(value: unknown): string | null {
	const text = firstText(value);
	return text !== null && /^\*\w+\*$/.test(text) ? null : text;
}
