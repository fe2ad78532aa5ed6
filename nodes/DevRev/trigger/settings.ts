import type { Parameters } from '../../shared/form/parameters';

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
	/** Deliveries that are older are refused; 0: none is, in milliseconds. */
	maximumAgeMs: number;
	isFetching: boolean;
}

/** A retry comes up to three and a half minutes later. docs/facts/devrev.md#signature-of-a-delivery. */
const USUAL_AGE_MINUTES = 5;

/**
 * Reads the whole form: when the workflow is published, so that a mistake is met then, and for each delivery.
 * @throws FormIssue on bad input
 */
export function settingsOf(parameters: Parameters): Settings {
	const events = parameters.options<string>('events');
	if (!events.length) {
		parameters.refuse('events', 'is empty', 'Choose at least one event that starts the workflow');
	}
	const filters = parameters.group('filters');
	const options = parameters.group('options');
	const minutes = options.integer('maximumAge') ?? USUAL_AGE_MINUTES;
	if (minutes < 0) {
		options.refuse('maximumAge', `cannot be ${minutes}`, 'Use 0 or more; 0 means any age');
	}
	return {
		events,
		severities: filters.options<string>('severityIds').map(String),
		owners: filters.ids('ownerIds'),
		parts: filters.ids('partIds'),
		stages: filters.ids('stageIds'),
		visibilities: filters.options<string>('visibilities'),
		ignored: filters.ids('ignoredActorIds'),
		maximumAgeMs: minutes * 60_000,
		isFetching: options.boolean('fetchIncident') ?? false,
	};
}
