import { asText } from '../../shared/ground/values';
import { isKnownEvent, readableSubject } from './events';
import type { Settings } from './settings';
import { incidentOf, subjectOf } from './subject';

/** Why an event is of no interest by its name alone; undefined when it may be. Pure. */
export function notChosen(type: string | undefined, { events }: Settings): string | undefined {
	if (type === undefined || !isKnownEvent(type) || events.includes(type)) return;
	return `'${type}' is not chosen`;
}

/**
 * Why an event does not start the workflow; undefined when it does. What does not tell passes. Pure.
 * @param data the event's data, or what DevHelm answered about it
 */
export function filteredOut(
	type: string | undefined,
	data: unknown,
	{ severities, sources, monitorIds }: Settings,
): string | undefined {
	const subject = readableSubject(type);
	if (type === 'monitor.deleted' || subject === 'monitor') {
		const id = asText(subjectOf(data, 'monitor').id);
		return isOut(monitorIds, id?.toLowerCase()) ? 'its monitor is filtered out' : undefined;
	}
	if (subject !== 'incident') return;
	const { severity, source, status, monitorId } = incidentOf(data);
	// A whole incident leaves out what it has none of; anything else just does not tell.
	const none = asText(status) !== undefined && asText(severity) !== undefined ? '' : undefined;
	const tests: Array<[string, string[], string | undefined]> = [
		['severity', severities, asText(severity)?.toUpperCase()],
		['source', sources, asText(source)?.toUpperCase()],
		['monitor', monitorIds, asText(monitorId)?.toLowerCase() ?? none],
	];
	const failing = tests.find(([, allowed, value]) => isOut(allowed, value));
	return failing && `its ${failing[0]} is filtered out`;
}

function isOut(allowed: string[], value: string | undefined): boolean {
	return allowed.length > 0 && value !== undefined && !allowed.includes(value);
}
