import type { IDataObject } from 'n8n-workflow';

import { asObject, asRows } from '../../ground/values';
import type { IncidentSeverity } from '../../records/incident';
import type { Alert, AlertSource } from '../alert';
import {
	alertOf,
	fingerprintOf,
	firstText,
	joined,
	labelsOf,
	labelsOfRows,
	linesOf,
	linksOf,
	placed,
	severityOf,
	textOrNull,
	timeOrNull,
} from '../reading';

/** Azure's words for 0 to 4: critical, error, warning, informational, verbose. */
const SEVERITIES: { [word: string]: IncidentSeverity | undefined } = {
	sev0: 'critical',
	sev1: 'error',
	sev2: 'warning',
	sev3: 'info',
	sev4: 'info',
};

/** The test of an action group tells of a subscription that is not there. */
const TEST = /^\/subscriptions\/1{8}-1{4}-1{4}-1{4}-1{12}\//;

/** The common alert schema of Azure Monitor. https://learn.microsoft.com/en-us/azure/azure-monitor/alerts/alerts-common-schema */
export const azureMonitor: AlertSource = {
	value: 'azureMonitor',
	name: 'Azure Monitor',
	looksFor: "'schemaId' of 'azureMonitorCommonAlertSchema'",
	recognises: ({ schemaId }) => schemaId === 'azureMonitorCommonAlertSchema',
	read: ({ data }) => [alertFrom(asObject(data))],
};

function alertFrom(data: IDataObject): Alert {
	const [essentials, context] = [asObject(data.essentials), asObject(data.alertContext)];
	const [properties, rule] = [asObject(context.properties), textOrNull(essentials.alertRule)];
	const criteria = asRows(asObject(context.condition).allOf);
	const target = joined(essentials.alertTargetIDs);
	const where = firstText(joined(essentials.configurationItems), target?.split('/').pop());
	const id = textOrNull(essentials.alertId);
	const health = healthOf(properties, rule, target);
	const isOver = health ? health.isOver : essentials.monitorCondition === 'Resolved';
	const severity = textOrNull(essentials.severity);
	return alertOf({
		tool: 'Azure Monitor',
		...(TEST.test(id ?? '')
			? { state: 'none', reason: 'a test of an action group in Azure Monitor' }
			: { state: isOver ? 'resolved' : 'firing' }),
		title: firstText(health?.title) ?? placed(rule ?? 'Azure Monitor alert', where),
		text: linesOf(essentials.description, criteria.map(measured).filter(Boolean).join('\n')),
		// What comes of the activity log is always "Sev4"; its level says more.
		severity: severityOf(context.level) ?? SEVERITIES[severity?.toLowerCase() ?? ''] ?? null,
		toolSeverity: firstText(context.level, severity),
		source: firstText(where, properties.region),
		service: textOrNull(properties.service),
		fingerprint:
			health?.fingerprint ??
			textOrNull(id?.split('/').pop()) ??
			fingerprintOf('azureMonitor', rule, target),
		startedAt: timeOrNull(essentials.firedDateTime),
		endedAt: isOver ? timeOrNull(essentials.resolvedDateTime ?? context.submissionTimestamp) : null,
		links: linksOf(
			['Azure', essentials.investigationLink],
			[
				'Log search',
				criteria[0]?.linkToFilteredSearchResultsUI ?? criteria[0]?.linkToSearchResultsUI,
			],
			[
				'Resource',
				target?.startsWith('/') && `https://portal.azure.com/#@/resource${target.split(',')[0]}`,
			],
		),
		labels: {
			...labelsOf(data.customProperties),
			...labelsOfRows(criteria.flatMap((one) => asRows(one.dimensions))),
		},
	});
}

/**
 * News of the health of Azure itself, or of a resource: each message is an alert of its own that only fires, and
 * says inside what it belongs to and whether that is over.
 */
function healthOf(
	properties: IDataObject,
	rule: string | null,
	target: string | null,
): { isOver: boolean; title: unknown; fingerprint: string } | undefined {
	const { trackingId, stage, currentHealthStatus, title } = properties;
	if (textOrNull(trackingId)) {
		const isOver = /^(?:Resolved|Complete|Canceled|RCA)$/i.test(textOrNull(stage) ?? '');
		return { isOver, title, fingerprint: fingerprintOf('azureMonitor', rule, trackingId) };
	}
	if (!textOrNull(currentHealthStatus)) return;
	const isOver = currentHealthStatus === 'Available';
	return { isOver, title, fingerprint: fingerprintOf('azureMonitor', rule, 'health', target) };
}

/** "Percentage CPU is 96.4 (GreaterThan 90)"; a search in logs names its query in place of a metric. */
function measured({
	metricName,
	searchQuery,
	metricValue,
	operator,
	threshold,
}: IDataObject): string | null {
	const [name, value] = [firstText(metricName, searchQuery), textOrNull(metricValue)];
	if (name === null || value === null) return name;
	return `${name} is ${value} (${[operator, threshold].map(textOrNull).filter(Boolean).join(' ')})`;
}
