import type { IDataObject } from 'n8n-workflow';

import { asObject, asRows, isObject } from '../../ground/values';
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
 * A rule's action with a webhook connector: the bodies on our page (of one alert, or a summary of several), and the
 * documents of alerts themselves, which rules of Elastic Security have in `context.alerts`.
 * https://www.elastic.co/guide/en/kibana/current/rule-action-variables.html
 */
export const elastic: AlertSource = {
	value: 'elastic',
	name: 'Elastic (Kibana)',
	looksFor:
		"'rule' and 'alert' with 'actionGroup', or 'rule' and 'alerts' with 'new' and 'recovered'",
	recognises: (payload) =>
		isDocument(payload) ||
		(hasKeys(asObject(payload.rule), 'id') &&
			(hasKeys(asObject(payload.alert), 'actionGroup') ||
				hasKeys(asObject(payload.alerts), 'new', 'recovered'))),
	read: (payload) => {
		if (isDocument(payload)) return [alertOfDocument(payload, {}, false)];
		if (isObject(payload.alert)) return [alertOfAction(payload)];
		const [rule, lists] = [asObject(payload.rule), asObject(payload.alerts)];
		return [
			...asRows(lists.new).map((row) => alertOfDocument(row, rule, false)),
			...asRows(lists.ongoing).map((row) => alertOfDocument(row, rule, false)),
			...asRows(lists.recovered).map((row) => alertOfDocument(row, rule, true)),
		];
	},
};

function alertOfAction(payload: IDataObject): Alert {
	const { rule: ofRule, alert: ofAlert, context: ofContext, severity, service, date } = payload;
	const [rule, alert, context] = [asObject(ofRule), asObject(ofAlert), asObject(ofContext)];
	// The name of a group is the word for how bad it is, where there is one: "Warning", "High".
	const word = firstText(severity, alert.actionGroupName);
	const isOver = [alert.actionGroup, alert.actionGroupName].some((one) =>
		/^recovered$/i.test(String(one)),
	);
	return alertOf({
		tool: 'Elastic',
		state: isOver ? 'resolved' : 'firing',
		title: titleOf(rule.name, alert.id),
		text: linesOf(firstText(context.reason, context.message, context.title)),
		severity: severityOf(word),
		toolSeverity: isOver ? textOrNull(severity) : word,
		source: firstText(context.host, context.group),
		service: textOrNull(service),
		fingerprint: textOrNull(alert.uuid) ?? fingerprintOf('Elastic', rule.id, alert.id),
		startedAt: isOver ? null : timeOrNull(date),
		endedAt: isOver ? timeOrNull(date) : null,
		links: linksOf(
			['Alert', context.alertDetailsUrl],
			['Kibana', firstText(context.viewInAppUrl, context.link)],
			['Rule', rule.url],
		),
		labels: labelsOf({ rule: rule.id, space: rule.space, tags: rule.tags, alert: alert.id }),
	});
}

function alertOfDocument(document: IDataObject, rule: IDataObject, isRecovered: boolean): Alert {
	const of = (name: string): unknown => fieldOf(document, name);
	const isOver = isRecovered || of('kibana.alert.status') === 'recovered';
	const [ruleId, id] = [of('kibana.alert.rule.uuid') ?? rule.id, of('kibana.alert.instance.id')];
	const word = textOrNull(of('kibana.alert.severity'));
	return alertOf({
		tool: 'Elastic',
		state: isOver ? 'resolved' : 'firing',
		title: titleOf(of('kibana.alert.rule.name') ?? rule.name, id),
		text: linesOf(firstText(of('kibana.alert.reason'), of('kibana.alert.rule.description'))),
		severity: severityOf(word),
		toolSeverity: word,
		source: textOrNull(of('host.name')),
		service: textOrNull(of('service.name')),
		fingerprint: textOrNull(of('kibana.alert.uuid')) ?? fingerprintOf('Elastic', ruleId, id),
		startedAt: timeOrNull(of('kibana.alert.start') ?? of('@timestamp')),
		endedAt: isOver ? timeOrNull(of('kibana.alert.end')) : null,
		links: linksOf(['Alert', of('kibana.alert.url')], ['Rule', rule.url]),
		labels: labelsOf({ rule: ruleId, space: rule.space, tags: rule.tags, alert: id }),
	});
}

function isDocument(payload: IDataObject): boolean {
	return hasKeys(payload, 'kibana.alert.uuid') || isObject(asObject(payload.kibana).alert);
}

/** Names of groups tell alerts of a rule apart; IDs and what stands for all do not read well. */
function titleOf(rule: unknown, id: unknown): string {
	const [name, group] = [textOrNull(rule) ?? 'A rule in Kibana', textOrNull(id) ?? '*'];
	return /^(?:\*|query matched|[0-9a-f-]{32,})$/i.test(group) ? name : `${name}: ${group}`;
}

/** A field by its dotted name, wherever the dots became levels. */
function fieldOf(document: IDataObject, name: string): unknown {
	if (Object.hasOwn(document, name)) return document[name];
	return name.split('.').reduce<unknown>((at, part) => asObject(at)[part], document);
}
