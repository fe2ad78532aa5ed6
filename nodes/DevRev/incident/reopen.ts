import type { SingleOperation } from '../../shared/run/operation';
import { isOver } from '../api/stage';
import { moveForm, moving, type Move } from './move';
import { reopened } from './target';
import { allowInvalidTransition } from './transition';

const move: Move = {
	goal: reopened,
	holds: (incident) => isOver(incident) === false,
	ends: false,
};

/** Back to the start; diagrams often have no way out of a closed stage. docs/facts/devrev.md#acknowledge-mitigate-resolve-and-reopen. */
export const reopen: SingleOperation = {
	value: 'reopen',
	name: 'Reopen',
	action: 'Reopen incident',
	description:
		'Take a closed incident back to the start of the stage diagram, or to a chosen stage. One that is open already stays as it is.',
	properties: [
		...moveForm('reopen', 'open again', [], { hasSwitch: false }),
		{
			...allowInvalidTransition,
			default: true,
			description:
				"Whether to reopen the incident even where the organization's stage diagram has no way out of its closed stage, as most have none. Switched off, such an incident is left alone and the message names the ways there are.",
		},
	],
	...moving(move),
};
