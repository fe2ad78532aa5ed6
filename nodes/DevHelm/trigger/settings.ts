import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { asText } from '../../shared/ground/values';
import { maximumAgeOf } from '../../shared/trigger/age';
import { chosenEvents } from '../../shared/trigger/events';

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

/** The organization's signing secret, as it was pasted into the credential. Pure. */
export function secretOf({ webhookSecret }: IDataObject): string | undefined {
	return asText(webhookSecret)?.trim() || undefined;
}

/**
 * Reads the form. Pure.
 * @throws FormIssue on bad input
 */
export function settingsOf(parameters: Parameters, credential: IDataObject): Settings {
	const filters = parameters.group('filters');
	const options = parameters.group('options');
	return {
		events: chosenEvents(parameters),
		secret: secretOf(credential),
		isUnsignedAccepted: options.boolean('acceptUnsigned') ?? false,
		maximumAgeMs: maximumAgeOf(options),
		isFetching: options.boolean('fetchIncident') ?? false,
		severities: filters.options('severities'),
		sources: filters.options('sources'),
		monitorIds: filters.ids('monitorIds').map((id) => id.toLowerCase()),
	};
}
