import type { SingleOperation } from '../../shared/run/operation';
import { isOver } from '../api/stage';
import { mitigatedDate } from './fields';
import { moveForm, moving, type Move } from './move';
import { resolved } from './target';

const move: Move = {
	goal: resolved,
	// Canceled is closed, too; only a stage that the user chose takes it from there.
	holds: (incident, hasChosen) => !hasChosen && isOver(incident) === true,
	ends: true,
};

/** The stage; DevRev sets the time of closing. docs/facts/devrev.md#acknowledge-mitigate-resolve-and-reopen. */
export const resolve: SingleOperation = {
	value: 'resolve',
	name: 'Resolve',
	action: 'Resolve incident',
	description:
		'Close an incident because its cause is gone: sets its stage, and DevRev notes the time. One that is closed already stays as it is.',
	properties: moveForm('resolve', 'resolved', [
		{
			...mitigatedDate,
			description:
				'When its effects were brought under control, where that was not noted before; not set unless given',
		},
	]),
	...moving(move, (fields) => ({ mitigated_date: fields.date('mitigatedDate') })),
};
