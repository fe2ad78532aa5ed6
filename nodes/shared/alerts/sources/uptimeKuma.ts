import type { IDataObject } from 'n8n-workflow';

import { asObject, isObject } from '../../ground/values';
import type { Alert, AlertSource } from '../alert';
import {
	alertOf,
	fingerprintOf,
	firstText,
	hasKeys,
	labelsOfRows,
	linksOf,
	textOrNull,
	timeOrNull,
} from '../reading';

const [DOWN, UP, PENDING, MAINTENANCE] = [0, 1, 2, 3];

/** By those numbers. */
const WORDS = ['is down', 'is up', 'is checked again', 'is in maintenance'];

/** The webhook notification of Uptime Kuma with its preset body. https://github.com/louislam/uptime-kuma/blob/master/server/notification-providers/webhook.js */
export const uptimeKuma: AlertSource = {
	value: 'uptimeKuma',
	name: 'Uptime Kuma',
	looksFor: "'heartbeat', 'monitor' and 'msg'",
	recognises: (payload) =>
		hasKeys(payload, 'heartbeat', 'monitor', 'msg') && typeof payload.msg === 'string',
	read: ({ heartbeat, monitor, msg }) => [
		isObject(heartbeat)
			? alertFrom(heartbeat, asObject(monitor), textOrNull(msg))
			: noticeFrom(textOrNull(msg) ?? 'Uptime Kuma notice'),
	],
};

function alertFrom(heartbeat: IDataObject, monitor: IDataObject, msg: string | null): Alert {
	const name = textOrNull(monitor.name) ?? 'Monitor';
	const at = timeOrNull(heartbeat.time);
	const isUp = heartbeat.status === UP;
	// A monitor without an address has "https://" for it.
	const address = textOrNull(monitor.url)?.replace(/^https?:\/\/$/, '');
	return alertOf({
		tool: 'Uptime Kuma',
		...stateOf(heartbeat.status),
		title: `${name} ${WORDS[Number(heartbeat.status)] ?? WORDS[DOWN]}`,
		text: firstText(heartbeat.msg, msg),
		source: firstText(address, monitor.hostname, name),
		service: firstText(monitor.pathName),
		// Every installation counts its monitors from 1.
		fingerprint: fingerprintOf('uptimeKuma', heartbeat.monitorID ?? monitor.id, name),
		// What is sent again while it is down has the time of the last check.
		startedAt: heartbeat.status === DOWN && heartbeat.important ? at : null,
		endedAt: isUp ? at : null,
		links: linksOf(['Monitored page', address]),
		labels: labelsOfRows(monitor.tags),
	});
}

function stateOf(status: unknown): Pick<Alert, 'state' | 'reason'> {
	if (status === UP) return { state: 'resolved' };
	if (status === PENDING) return { state: 'none', reason: 'a check that Uptime Kuma tries again' };
	if (status === MAINTENANCE) return { state: 'none', reason: 'a maintenance in Uptime Kuma' };
	return { state: 'firing' };
}

/** A text only: the test, and certificates and domains that end soon, of which nobody hears when they are renewed. */
function noticeFrom(msg: string): Alert {
	const [, name, address, rest] = /^\[([^\]]+)\]\[([^\]]*)\] (.+)$/s.exec(msg) ?? [];
	return alertOf({
		tool: 'Uptime Kuma',
		...(/ Testing$/.test(msg)
			? { state: 'none', reason: 'a test message of Uptime Kuma' }
			: { state: 'firing', severity: 'warning' }),
		title: name ? `${name}: ${rest}` : msg,
		text: name ? msg : null,
		source: firstText(address, name),
		// The days that are left become fewer from one message to the next.
		fingerprint: fingerprintOf('uptimeKuma', msg.replace(/(?<!\d)\d+ days?$/, '')),
		links: linksOf(['Monitored page', address]),
	});
}
