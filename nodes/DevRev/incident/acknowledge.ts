import type { SingleOperation } from '../../shared/run/operation';
import { toIncidentRecord } from '../api/record';
import { acknowledgedDate, identifiedDate } from './fields';
import { moveForm, moving, type Move } from './move';
import { acknowledged } from './target';

const move: Move = {
	goal: acknowledged,
	// Whoever fixes it, or has mitigated it, has taken it on before.
	holds: (incident, hasChosen) =>
		!hasChosen && toIncidentRecord(incident).status === 'acknowledged',
	reopeningBy: 'acknowledging',
	set: () => ({ acknowledged_date: new Date().toISOString() }),
	ends: false,
};

/** The stage and its date. docs/facts/devrev.md#acknowledge-mitigate-resolve-and-reopen. */
export const acknowledge: SingleOperation = {
	value: 'acknowledge',
	name: 'Acknowledge',
	action: 'Acknowledge incident',
	description:
		'Say that somebody works on an open incident: sets its stage and the time. A closed incident is left alone, because acknowledging would reopen it.',
	properties: moveForm('acknowledge', 'acknowledged', [
		{ ...acknowledgedDate, description: 'When somebody took on the incident; now unless given' },
		identifiedDate,
	]),
	...moving(move, (fields) => ({
		acknowledged_date: fields.date('acknowledgedDate'),
		identified_date: fields.date('identifiedDate'),
	})),
};
