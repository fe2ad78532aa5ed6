import type { IDataObject } from 'n8n-workflow';

import { asObject } from '../../ground/values';
import type { Alert, AlertSource } from '../alert';
import {
	alertOf,
	fingerprintOf,
	firstText,
	hasKeys,
	labelsOf,
	linesOf,
	linksOf,
	textOrNull,
	timeOrNull,
} from '../reading';

/** The outgoing webhooks of Better Stack Uptime: of incidents, and of monitors and on-call, which call for nothing. https://betterstack.com/docs/uptime/webhooks/ */
export const betterStack: AlertSource = {
	value: 'betterStack',
	name: 'Better Stack',
	looksFor: "'data' of type 'incident' with 'cause' and 'started_at' in its 'attributes'",
	recognises: ({ data }) => {
		const { type, attributes } = asObject(data);
		if (type === 'incident') return hasKeys(asObject(attributes), 'cause', 'started_at');
		if (type === 'monitor') return hasKeys(asObject(attributes), 'monitor_type', 'check_frequency');
		return type === 'on_call_calendar' && hasKeys(asObject(attributes), 'default_calendar');
	},
	read: ({ event, data }) => [alertFrom(event, asObject(data))],
};

function alertFrom(event: unknown, { id, type, attributes, relationships }: IDataObject): Alert {
	const incident = asObject(attributes);
	const { state, reason } = stateOf(type, event, incident);
	const name = firstText(incident.name, incident.pronounceable_name, incident.url);
	const [cause, url] = [textOrNull(incident.cause), textOrNull(incident.url)];
	const monitor = asObject(asObject(asObject(relationships).monitor).data);
	return alertOf({
		tool: 'Better Stack',
		state,
		...(reason && { reason }),
		title: [name, cause].filter(Boolean).join(': ') || 'Incident in Better Stack',
		text: linesOf(cause, incident.response_content),
		source: firstText(url, name),
		// IDs are plain numbers, which other tools have, too.
		fingerprint: fingerprintOf('Better Stack', firstText(id, url, name)),
		startedAt: timeOrNull(incident.started_at),
		endedAt: state === 'resolved' ? timeOrNull(incident.resolved_at) : null,
		links: linksOf(
			['Screenshot', incident.screenshot_url],
			['Response', incident.response_url],
			['Monitored', url],
		),
		labels: labelsOf({
			...asObject(incident.metadata),
			incident: id,
			monitor: monitor.id,
			team: incident.team_name,
			method: incident.http_method,
		}),
	});
}

/** Older webhooks say in 'event' what happened, the others in the status of the incident only. */
function stateOf(
	type: unknown,
	event: unknown,
	incident: IDataObject,
): Pick<Alert, 'state' | 'reason'> {
	if (type === 'monitor') return { state: 'none', reason: 'a change of a monitor in Better Stack' };
	if (type === 'on_call_calendar')
		return { state: 'none', reason: 'a change of who is on call in Better Stack' };
	const word = firstText(event, incident.status)?.toLowerCase();
	if (word === 'resolved') return { state: 'resolved' };
	if (word === 'acknowledged')
		return { state: 'none', reason: 'an acknowledgement in Better Stack' };
	// 'validating' is up again, but not for long enough.
	return { state: !word && textOrNull(incident.resolved_at) ? 'resolved' : 'firing' };
}
