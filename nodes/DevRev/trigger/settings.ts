import type { Parameters } from '../../shared/form/parameters';
import { maximumAgeOf } from '../../shared/trigger/age';
import { chosenEvents } from '../../shared/trigger/events';

/** What the form of the trigger asks for. */
export interface Settings {
	events: string[];
	severities: string[];
	owners: string[];
	parts: string[];
	stages: string[];
	visibilities: string[];
	/** Whose deeds do not start the workflow. */
	ignored: string[];
	/** How far a signed time may be from now, in milliseconds; Infinity for any. */
	maximumAgeMs: number;
	isFetching: boolean;
}

/**
 * Reads the whole form: when the workflow is published, so that a mistake is met then, and for each delivery.
 * @throws FormIssue on bad input
 */
export function settingsOf(parameters: Parameters): Settings {
	const filters = parameters.group('filters');
	const options = parameters.group('options');
	return {
		events: chosenEvents(parameters),
		severities: filters.options<string>('severityIds').map(String),
		owners: filters.ids('ownerIds'),
		parts: filters.ids('partIds'),
		stages: filters.ids('stageIds'),
		visibilities: filters.options<string>('visibilities'),
		ignored: filters.ids('ignoredActorIds'),
		maximumAgeMs: maximumAgeOf(options),
		isFetching: options.boolean('fetchIncident') ?? false,
	};
}
