import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../form/parameters';

/** What lets a vendor's own repeats pass, and somebody else's not for long; in minutes. */
const USUAL_MINUTES = 5;

/** "Maximum Age", for the options of every trigger whose deliveries sign their time. */
export function maximumAge(description: string): INodeProperties {
	return {
		displayName: 'Maximum Age (Minutes)',
		name: 'maximumAge',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: USUAL_MINUTES,
		description,
	};
}

/**
 * How far a signed time may be from now, in milliseconds; Infinity for any.
 * @throws FormIssue on a number below 0
 */
export function maximumAgeOf(options: Parameters): number {
	const minutes = options.integer('maximumAge') ?? USUAL_MINUTES;
	if (minutes < 0) {
		options.refuse('maximumAge', `cannot be ${minutes}`, 'Use 0 or more; 0 means any age');
	}
	return minutes === 0 ? Infinity : minutes * 60_000;
}
