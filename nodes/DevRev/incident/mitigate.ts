import type { SingleOperation } from '../../shared/run/operation';
import { mitigatedDate } from './fields';
import { moveForm, moving, type Move } from './move';
import { mitigated } from './target';

const move: Move = {
	goal: mitigated,
	holds: () => false,
	reopeningBy: 'mitigating',
	set: () => ({ mitigated_date: new Date().toISOString() }),
	ends: false,
};

/** The stage and its date. docs/facts/devrev.md#acknowledge-mitigate-resolve-and-reopen. */
export const mitigate: SingleOperation = {
	value: 'mitigate',
	name: 'Mitigate',
	action: 'Mitigate incident',
	description:
		'Say that the effects of an incident are under control although its cause remains: sets its stage and the time. A closed incident is left alone.',
	properties: moveForm('mitigate', 'mitigated', [
		{
			...mitigatedDate,
			description: 'When its effects were brought under control; now unless given',
		},
	]),
	...moving(move, (fields) => ({ mitigated_date: fields.date('mitigatedDate') })),
};
