import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../../shared/parameters';
import { asText } from '../../shared/values';

/** What the form and the credential say about deliveries. */
export interface Settings {
	events: string[];
	/** Absent: deliveries cannot be checked by their signatures. */
	secret?: string;
	isUnsignedAccepted: boolean;
	/** How far a signed time may be from now, in milliseconds. */
	windowMs: number;
	severities: string[];
	sources: string[];
	/** In lower case. */
	monitorIds: string[];
}

/** DevHelm's command line names five minutes; its documentation names none. Sheet section 11.4. */
const USUAL_WINDOW_S = 300;

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
	const seconds = options.integer('replayWindow') ?? USUAL_WINDOW_S;
	if (seconds < 0) {
		options.refuse(
			'replayWindow',
			`cannot be ${seconds}`,
			'Use 0 for any age, or a number of seconds',
		);
	}
	return {
		events,
		secret: asText(credential.webhookSecret)?.trim() || undefined,
		isUnsignedAccepted: options.boolean('acceptUnsigned') ?? false,
		windowMs: seconds === 0 ? Infinity : seconds * 1000,
		severities: filters.options('severities'),
		sources: filters.options('sources'),
		monitorIds: filters.ids('monitorIds').map((id) => id.toLowerCase()),
	};
}
