import type { IDataObject } from 'n8n-workflow';

import { asObject, isObject } from '../../ground/values';
import type { Alert, AlertSource } from '../alert';
import {
	alertOf,
	fingerprintOf,
	firstText,
	hasKeys,
	labelsOf,
	linksOf,
	placed,
	severityOf,
	textOrNull,
	timeOrNull,
} from '../reading';

type Labels = { [name: string]: string };

/** "[TEST] [P2] [Triggered on {host:web-1}] Disk is full": a test, what happened, where, and the monitor's name. */
const TITLE =
	/^(\[TEST\]\s*)?(?:\[(P\d)\]\s*)?(?:\[((?:Re-)?(?:Triggered|No Data|Warn|Renotify|Recovered)|[A-Z][a-z]+ Recovered)(?: on \{([^}]*)\})?\]\s*)?(.*)$/is;

/** The Webhooks integration of Datadog, with its default payload or the one of our page. https://docs.datadoghq.com/integrations/webhooks/ */
export const datadog: AlertSource = {
	value: 'datadog',
	name: 'Datadog',
	looksFor: "'event_type', 'last_updated' and 'org'",
	recognises: (payload) => hasKeys(payload, 'event_type', 'last_updated') && isObject(payload.org),
	read: (payload) => [alertFrom(payload)],
};

function alertFrom(payload: IDataObject): Alert {
	const [, test, urgency, happened, place, name] = TITLE.exec(given(payload.title) ?? '') ?? [];
	const transition = given(payload.alert_transition) ?? happened ?? '';
	const isResolved = /recovered$/i.test(transition);
	const isRepeated = /^re-|renotify/i.test(transition);
	const scope = given(payload.alert_scope) ?? place;
	const labels = labelsFrom(given(payload.tags) ?? scope);
	const priority = given(payload.alert_priority) ?? urgency ?? null;
	const type = given(payload.alert_type);
	const at = timeOrNull(payload.date);
	const monitor = firstText(name, payload.title) ?? 'Alert';
	const source = firstText(given(payload.hostname), labels.host, scope === '*' ? null : scope);
	return alertOf({
		tool: 'Datadog',
		...(test
			? { state: 'none', reason: 'a test notification of Datadog' }
			: { state: isResolved ? 'resolved' : 'firing' }),
		title: placed(monitor, source),
		text: plain(given(payload.body)),
		severity: /warn/i.test(transition) ? 'warning' : (severityOf(priority) ?? severityOf(type)),
		toolSeverity: priority ?? type,
		source,
		service: firstText(labels.service),
		fingerprint:
			given(payload.alert_cycle_key) ??
			fingerprintOf('datadog', asObject(payload.org).id, given(payload.alert_id) ?? monitor, scope),
		startedAt: isResolved || isRepeated ? null : at,
		endedAt: isResolved ? at : null,
		links: linksOf(['Datadog', payload.link], ['Snapshot', payload.snapshot]),
		labels,
	});
}

/** What Datadog has put in the place of a variable; null where it has left the variable, or nothing. */
function given(value: unknown): string | null {
	const text = textOrNull(value);
	return text === null || /^\$[A-Z_]+$|^(?:null|none)$/i.test(text) ? null : text;
}

/** The text without the marks of Markdown and the webhook that it was sent to. */
function plain(text: string | null): string | null {
	return textOrNull(text?.replace(/^[ \t]*%%%[ \t]*$|@webhook-[\w.-]+/gm, ''));
}

/** "env:prod,host:web-1,monitor": what has no value is "true". */
function labelsFrom(tags: string | null | undefined): Labels {
	const pairs = (tags ?? '').split(',').map((tag) => {
		const [name, ...value] = tag.split(':');
		return [name.trim(), value.length ? value.join(':').trim() : 'true'];
	});
	return labelsOf(Object.fromEntries(pairs.filter(([name]) => name)));
}
