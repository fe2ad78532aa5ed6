import type { IDataObject } from 'n8n-workflow';

import type { IncidentSeverity } from '../../records/incident';
import type { Alert, AlertSource } from '../alert';
import {
	alertOf,
	fingerprintOf,
	firstText,
	hasKeys,
	labelsOfRows,
	linesOf,
	linksOf,
	placed,
	textOrNull,
	timeOrNull,
} from '../reading';

/** From "Not classified" to "Disaster", as Zabbix's own media types for on-call tools send them on. */
const SEVERITIES: IncidentSeverity[] = ['info', 'info', 'warning', 'warning', 'error', 'critical'];

/** A webhook media type of Zabbix with the parameters of our page. https://www.zabbix.com/documentation/current/en/manual/config/notifications/media/webhook */
export const zabbix: AlertSource = {
	value: 'zabbix',
	name: 'Zabbix',
	looksFor: "'event_id', 'event_value' and 'event_update_status'",
	recognises: (payload) => hasKeys(payload, 'event_id', 'event_value', 'event_update_status'),
	read: (payload) => [alertFrom(payload)],
};

function alertFrom(payload: IDataObject): Alert {
	const known = (key: string): string | null => given(payload[key]);
	const [event, trigger] = [known('event_id'), known('trigger_id')];
	const [name, host] = [
		known('event_name') ?? known('alert_subject') ?? 'Problem',
		known('host_name'),
	];
	const level = known('event_update_nseverity') ?? known('event_nseverity');
	const address = known('zabbix_url')?.replace(/(?<!\/)\/+$/, '');
	const state = stateOf(event, known);
	return alertOf({
		tool: 'Zabbix',
		...state,
		title: placed(name, host),
		text: linesOf(
			known('event_opdata'),
			known('trigger_description'),
			known('event_update_message'),
		),
		severity: SEVERITIES[Number(level ?? NaN)] ?? null,
		toolSeverity: known('event_update_severity') ?? known('event_severity') ?? level,
		source: firstText(host, known('host_ip')),
		service: known('service_name'),
		fingerprint: event
			? ['zabbix', event, trigger].filter(Boolean).join('-')
			: fingerprintOf('zabbix', name, host),
		startedAt: timeOrNull(known('event_timestamp')),
		endedAt: state.state === 'resolved' ? timeOrNull(known('event_recovery_timestamp')) : null,
		links: linksOf(
			[
				'Zabbix',
				address &&
					trigger &&
					`${address}/tr_events.php?triggerid=${trigger}&eventid=${event ?? ''}`,
			],
			['Trigger', known('trigger_url')],
		),
		labels: labelsOfRows(tagsOf(payload.event_tags), 'tag'),
	});
}

function stateOf(
	event: string | null,
	known: (key: string) => string | null,
): Pick<Alert, 'state' | 'reason'> {
	// The button "Test" of a media type leaves every macro as it is.
	if (event === null && known('event_value') === null) {
		return { state: 'none', reason: 'a test message of Zabbix' };
	}
	// Sources and values of events: 1 is discovery, in which 0 is up and 2 is new; 2 is autoregistration.
	if (/^(?:1 [02]|2 .*)$/.test(`${known('event_source')} ${known('event_value')}`)) {
		return { state: 'none', reason: 'a host that Zabbix has discovered or registered' };
	}
	const action = known('event_update_action') ?? 'an update';
	if (known('event_update_status') === '1' && !/\bclosed\b/.test(action)) {
		if (/changed severity/.test(action)) return { state: 'firing' };
		return { state: 'none', reason: `an update of a problem in Zabbix (${action})` };
	}
	const isOver = known('event_value') === '0' || /\bclosed\b/.test(action);
	return { state: isOver ? 'resolved' : 'firing' };
}

/** What Zabbix has put in the place of a macro; null where it has left the macro, or nothing. */
function given(value: unknown): string | null {
	const text = textOrNull(value);
	return text === null || /^(?:\{\$?[A-Z][A-Z0-9_.]*\}|\*?UNKNOWN\*?)$/.test(text) ? null : text;
}

/** A parameter is always text: the tags are JSON in it. */
function tagsOf(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return null;
	}
}
