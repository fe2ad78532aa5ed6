import type { IDataObject } from 'n8n-workflow';

import type { Told } from '../../shared/alerts/told';
import { without } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { sendFromAlert as fromAlert } from '../../shared/run/alerts';
import { formOf } from '../../shared/run/assemble';
import { compact } from '../../shared/ground/values';
import { toAlertRecord } from './record';
import { resolve } from './resolve';
import { trigger } from './trigger';

/** What the alert says itself. */
const SAID = [
	'summary',
	'source',
	'severity',
	'client',
	'clientUrl',
	'customDetails',
	'dedupKey',
	'links',
	'timestamp',
	'simplify',
];

/** `POST /v2/enqueue` for each alert: `trigger` or `resolve`, by the alert's key. docs/facts/pagerduty.md#events-api. */
export const sendFromAlert = fromAlert({
	noun: 'event',
	description:
		'Pass on what a monitoring tool has sent, such as a group of alerts of Alertmanager or Grafana: each alert that fires triggers an event, each that is over resolves what it triggered',
	properties: without(trigger.properties, SAID),
	checkAfterUnknown: trigger.checkAfterUnknown ?? '',
	simplify: toAlertRecord,
	about: (told, parameters) => {
		const operation = told.state === 'resolved' ? resolve : trigger;
		const asked =
			operation === resolve ? resolving(told, parameters) : triggering(told, parameters);
		return {
			request: operation.request(asked),
			deal: async (steps) => {
				const [record] = await steps.perform(operation, asked);
				return { action: operation === resolve ? 'resolved' : 'triggered', record };
			},
		};
	},
});

function triggering(told: Told, parameters: Parameters): Parameters {
	const [link] = told.links;
	return parameters.as(formOf(trigger), {
		summary: told.title,
		source: told.source ?? told.service ?? told.tool,
		severity: told.severity,
		additionalFields: compact({
			client: told.tool,
			clientUrl: link?.href,
			customDetails: detailsOf(told),
			dedupKey: told.key,
			links: { values: told.links.map((one) => ({ ...one })) },
			timestamp: told.startedAt,
		}),
	});
}

function resolving({ key }: Told, parameters: Parameters): Parameters {
	return parameters.as(formOf(resolve), { dedupKey: key });
}

/** The labels may have any names, so they lie apart. */
function detailsOf({ text, toolSeverity, service, endedAt, labels }: Told): IDataObject {
	return compact({ text, severity: toolSeverity, service, ended_at: endedAt, labels });
}
