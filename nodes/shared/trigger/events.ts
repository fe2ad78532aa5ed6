import type { INodePropertyOptions } from 'n8n-workflow';

import type { Parameters } from '../form/parameters';

/**
 * An event as an option of a trigger's form: "Incident: Resolved". n8n lists it among the node's actions,
 * too, where it would write "On incident incident type changed" by itself.
 * @param group what the event is about
 */
export function eventOption(group: string, label: string, value: string): INodePropertyOptions {
	const about = label.startsWith(group) ? label : `${group} ${label}`;
	return { name: `${group}: ${label}`, value, action: `On ${about.toLowerCase()}` };
}

/** A trigger's subtitle: its one event in words, or how many there are. */
export const eventsSubtitle =
	'={{ !Array.isArray($parameter["events"]) ? "Events from an expression" : $parameter["events"].length === 1 ? ($parameter["events"][0].charAt(0).toUpperCase() + $parameter["events"][0].slice(1)).replace(/[._]/g, " ") : $parameter["events"].length + " events" }}';

/**
 * The events that are to start the workflow.
 * @throws FormIssue where none is chosen
 */
export function chosenEvents(parameters: Parameters): string[] {
	const events = parameters.options<string>('events');
	if (events.length) return events;
	return parameters.refuse(
		'events',
		'is empty',
		'Choose at least one event that starts the workflow',
	);
}
