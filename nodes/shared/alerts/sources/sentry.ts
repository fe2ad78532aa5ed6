import type { IDataObject } from 'n8n-workflow';

import { asObject, isObject } from '../../ground/values';
import type { Alert, AlertSource } from '../alert';
import {
	alertOf,
	fingerprintOf,
	firstText,
	hasKeys,
	joined,
	labelsOf,
	labelsOfRows,
	linesOf,
	linksOf,
	severityOf,
	textOrNull,
	timeOrNull,
} from '../reading';

/** Webhooks of a Sentry integration, and of the older plugin "WebHooks". https://docs.sentry.io/organization/integrations/integration-platform/webhooks/ */
export const sentry: AlertSource = {
	value: 'sentry',
	name: 'Sentry',
	looksFor:
		"'action', 'actor', 'data' and 'installation', or 'project_slug', 'culprit' and 'event' of the plugin",
	recognises: (payload) =>
		isOfIntegration(payload) || hasKeys(payload, 'project_slug', 'culprit', 'event'),
	read: (payload) => {
		if (!isOfIntegration(payload)) return [eventAlert(asObject(payload.event), payload)];
		const data = asObject(payload.data);
		if (isObject(data.metric_alert)) return [metricAlert(payload.action, data, data.metric_alert)];
		if (isObject(data.event)) return [eventAlert(data.event, { rule: data.triggered_rule })];
		return [issueAlert(payload.action, asObject(data.issue))];
	},
};

const isOfIntegration = ({ action, actor, data, installation }: IDataObject): boolean =>
	typeof action === 'string' &&
	isObject(actor) &&
	isObject(data) &&
	isObject(installation) &&
	hasKeys(installation, 'uuid');

/** A rule on a number, such as errors in ten minutes: opens and resolves an incident of Sentry's. */
function metricAlert(action: unknown, data: IDataObject, incident: IDataObject): Alert {
	const rule = asObject(incident.alert_rule);
	const heading = textOrNull(data.description_title)?.replace(
		/^(?:critical|warning|resolved):\s*/i,
		'',
	);
	const isOver = action === 'resolved';
	return alertOf({
		tool: 'Sentry',
		state: isOver ? 'resolved' : 'firing',
		title: firstText(heading, rule.name, incident.title) ?? 'Sentry metric alert',
		text: linesOf(data.description_text),
		severity: severityOf(action),
		toolSeverity: isOver ? null : textOrNull(action),
		source: joined(incident.projects),
		service: joined(incident.projects),
		fingerprint:
			idOf('metric', incident.id) ?? fingerprintOf('sentry', rule.id ?? rule.name, heading),
		startedAt: timeOrNull(incident.date_started),
		endedAt: isOver ? timeOrNull(incident.date_closed) : null,
		links: linksOf(['Sentry', data.web_url]),
		labels: labelsOf({ environment: rule.environment, dataset: rule.dataset, query: rule.query }),
	});
}

/** The event for which a rule on issues was triggered; the plugin says more around it than in it. */
function eventAlert(event: IDataObject, around: IDataObject): Alert {
	const labels = tagsOf(event.tags);
	const level = firstText(event.level, around.level, labels.level);
	const project = /\/projects\/[^/]+\/([^/]+)\//.exec(textOrNull(event.url) ?? '')?.[1];
	const rule = firstText(around.rule, joined(around.triggering_rules));
	return alertOf({
		tool: 'Sentry',
		...(labels.sample_event === 'yes'
			? { state: 'none', reason: 'a sample event of Sentry' }
			: { state: 'firing' }),
		title: firstText(event.title, around.message, event.message, around.culprit) ?? 'Sentry issue',
		text: linesOf(event.culprit ?? around.culprit, rule && `Alert rule: ${rule}`),
		severity: severityOf(level),
		toolSeverity: level,
		source: firstText(labels.server_name, event.server_name),
		service: firstText(labels.service, around.project_slug, project),
		fingerprint:
			idOf('issue', event.issue_id ?? around.id) ??
			fingerprintOf('sentry', event.title, event.culprit, project),
		startedAt: timeOrNull(event.datetime ?? event.timestamp),
		links: linksOf(['Sentry', event.web_url ?? around.url]),
		labels,
	});
}

/** The life of an issue: the only message that says when the issue of an alert is over. */
function issueAlert(action: unknown, issue: IDataObject): Alert {
	const level = textOrNull(issue.level);
	const project = textOrNull(asObject(issue.project).slug);
	return alertOf({
		tool: 'Sentry',
		...lifeOf(action, issue),
		title: firstText(issue.title, issue.shortId) ?? 'Sentry message',
		text: linesOf(issue.culprit),
		severity: severityOf(level),
		toolSeverity: level,
		service: project,
		fingerprint:
			idOf('issue', issue.id) ?? fingerprintOf('sentry', issue.title, issue.culprit, project),
		startedAt: timeOrNull(issue.firstSeen),
		links: linksOf(['Sentry', issue.web_url ?? issue.permalink]),
	});
}

function lifeOf(action: unknown, { id, status }: IDataObject): Pick<Alert, 'state' | 'reason'> {
	if (id === undefined)
		return { state: 'none', reason: 'a message of Sentry that tells of no alert' };
	if (action === 'resolved' || status === 'resolved') return { state: 'resolved' };
	if (action === 'assigned') return { state: 'none', reason: 'an issue assigned in Sentry' };
	if (action === 'archived' || action === 'ignored') {
		return { state: 'none', reason: 'an issue archived in Sentry' };
	}
	return { state: 'firing' };
}

/** Both kinds count from 1 in an installation of one's own. */
function idOf(kind: string, id: unknown): string | null {
	const text = textOrNull(id);
	return text && `sentry-${kind}-${text}`;
}

/** Tags come as pairs, or as objects. */
function tagsOf(tags: unknown): { [name: string]: string } {
	const pairs = (Array.isArray(tags) ? tags : []).flatMap((tag: unknown) =>
		Array.isArray(tag) && typeof tag[0] === 'string' ? [tag.slice(0, 2) as [string, unknown]] : [],
	);
	return { ...labelsOf(Object.fromEntries(pairs)), ...labelsOfRows(tags, 'key') };
}
