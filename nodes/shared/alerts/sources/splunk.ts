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
	severityOf,
	textOrNull,
	timeOrNull,
} from '../reading';

/**
 * The alert action "Webhook" of a search, and the webhook of a detector in Splunk Observability Cloud.
 * https://docs.splunk.com/Documentation/Splunk/latest/Alert/Webhooks,
 * https://dev.splunk.com/observability/docs/integrations/webhook_integration_overview
 */
export const splunk: AlertSource = {
	value: 'splunk',
	name: 'Splunk',
	looksFor:
		"'sid', 'search_name' and 'results_link', or 'incidentId', 'detector' and 'statusExtended'",
	recognises: (payload) =>
		isDetector(payload) || hasKeys(payload, 'sid', 'search_name', 'results_link'),
	read: (payload) => [isDetector(payload) ? alertOfDetector(payload) : alertOfSearch(payload)],
};

function isDetector(payload: IDataObject): boolean {
	return hasKeys(payload, 'incidentId', 'detector', 'statusExtended');
}

/** A search says nothing but its first row: the fields that people name as our page says are read. */
function alertOfSearch(payload: IDataObject): Alert {
	const result = asObject(payload.result);
	const [search, host] = [textOrNull(payload.search_name), textOrNull(result.host)];
	const isOver = textOrNull(result.alert_state)?.toLowerCase() === 'resolved';
	const [word, time] = [firstText(result.severity, result.urgency), timeOrNull(result._time)];
	const key = textOrNull(result.alert_key);
	return alertOf({
		tool: 'Splunk',
		state: isOver ? 'resolved' : 'firing',
		title:
			firstText(result.alert_title) ??
			`${search ?? 'A search in Splunk'}${host ? ` on ${host}` : ''}`,
		text: linesOf(firstText(result.message, result._raw)),
		severity: severityOf(word),
		toolSeverity: word,
		source: host,
		service: textOrNull(result.service),
		// The ID of a search is another one each time.
		fingerprint: fingerprintOf('Splunk', payload.app, search, ...(key ? [key] : [null, host])),
		startedAt: isOver ? null : time,
		endedAt: isOver ? time : null,
		links: linksOf(['Results', payload.results_link]),
		labels: labelsOf({ app: payload.app, search, ...withoutInner(result) }),
	});
}

function alertOfDetector(payload: IDataObject): Alert {
	const dimensions = asObject(payload.dimensions);
	// 'stopped': the detector was changed or removed, which ends the incident for good.
	const isOver = ['ok', 'manually resolved', 'stopped'].includes(
		firstText(payload.statusExtended, payload.status)?.toLowerCase() ?? '',
	);
	const [word, time] = [textOrNull(payload.severity), timeOrNull(payload.timestamp)];
	const names = [payload.detector, payload.rule].map(textOrNull).filter(Boolean).join(': ');
	return alertOf({
		tool: 'Splunk',
		state: isOver ? 'resolved' : 'firing',
		title: firstText(payload.messageTitle, names) ?? 'A detector in Splunk',
		text: linesOf(firstText(payload.messageBody, payload.description), payload.tip),
		severity: severityOf(word),
		toolSeverity: word,
		source: firstText(dimensions.host, dimensions['host.name'], dimensions['k8s.pod.name']),
		service: firstText(dimensions['sf_service'], dimensions['service.name'], dimensions.service),
		fingerprint:
			textOrNull(payload.incidentId) ??
			fingerprintOf(
				'Splunk',
				payload.detectorId ?? payload.detector,
				payload.rule,
				labelsOf(dimensions),
			),
		startedAt: isOver ? null : time,
		endedAt: isOver ? time : null,
		links: linksOf(
			['Runbook', payload.runbookUrl],
			['Alert', payload.detectorUrl],
			['Chart', payload.imageUrl],
		),
		labels: labelsOf(dimensions),
	});
}

/** Fields that begin with a line are Splunk's own. */
function withoutInner(result: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(result).filter(([name]) => !/^_|^alert_/.test(name)));
}
