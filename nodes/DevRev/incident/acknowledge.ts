import type { StepsOperation } from '../../shared/run/operation';
import { toIncidentRecord } from '../api/record';
import { acknowledgedDate, identifiedDate } from './fields';
import { moved, moveForm, planMove, type Move } from './move';
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
export const acknowledge: StepsOperation = {
	value: 'acknowledge',
	name: 'Acknowledge',
	action: 'Acknowledge incident',
	description:
		'Say that somebody works on an open incident: sets its stage and the time. A closed incident is left alone, because acknowledging would reopen it.',
	...moved,
	properties: moveForm('acknowledge', 'acknowledged', [
		{ ...acknowledgedDate, description: 'When somebody took on the incident; now unless given' },
		identifiedDate,
	]),
	plan: (parameters) => {
		const fields = parameters.group('additionalFields');
		return planMove(parameters, move, {
			acknowledged_date: fields.date('acknowledgedDate'),
			identified_date: fields.date('identifiedDate'),
		});
	},
};
