import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { asText } from '../../shared/ground/values';

/** What the form and the credential say about deliveries. */
export interface Settings {
	events: string[];
	/** Absent: deliveries cannot be checked by their signatures. */
	secret?: string;
	isUnsignedAccepted: boolean;
	/** How far a signed time may be from now, in milliseconds; Infinity for any. */
	maximumAgeMs: number;
	isFetching: boolean;
	severities: string[];
	sources: string[];
	/** In lower case. */
	monitorIds: string[];
}

/** DevHelm's command line names five minutes; its documentation names none. docs/facts/devhelm.md#signature-of-a-platform-webhook. */
const USUAL_AGE_MINUTES = 5;

/** The organization's signing secret, as it was pasted into the credential. Pure. */
export function secretOf({ webhookSecret }: IDataObject): string | undefined {
	return asText(webhookSecret)?.trim() || undefined;
}

/**
 * Reads the form. Pure.
 * @throws FormIssue on bad input
 */
export function settingsOf(parameters: Parameters, credential: IDataObject): Settings {
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
		secret: secretOf(credential),
		isUnsignedAccepted: options.boolean('acceptUnsigned') ?? false,
		maximumAgeMs: minutes === 0 ? Infinity : minutes * 60_000,
		isFetching: options.boolean('fetchIncident') ?? false,
		severities: filters.options('severities'),
		sources: filters.options('sources'),
		monitorIds: filters.ids('monitorIds').map((id) => id.toLowerCase()),
	};
}
