import type { IDataObject } from 'n8n-workflow';

import { shown } from '../form/given';
import type { Parameters } from '../form/parameters';
import { FAIL } from '../form/referenceFields';
import { FormIssue } from '../ground/failures';
import type { ApiRequest } from '../wire/request';
import type { Steps, StepsPlan } from './operation';

/** What one item looks for. */
export interface Sought {
	reference: string;
	/** False where what is over does not count. */
	includesResolved: boolean;
}

/** @throws FormIssue without a reference, or for a program's word for nothing */
export function soughtIn(parameters: Parameters): Sought {
	return {
		reference: parameters.key('reference') ?? '',
		includesResolved: parameters.boolean('includeResolved') ?? false,
	};
}

/**
 * What "Find by Reference" does for every vendor: all that has the reference, newest first.
 * @param find gives what was found, newest first
 */
export function referencePlan(
	parameters: Parameters,
	request: ApiRequest,
	find: (steps: Steps) => Promise<IDataObject[]>,
): StepsPlan {
	const mustFind = parameters.option('whenNothingFound') === FAIL;
	const { reference, includesResolved } = soughtIn(parameters);
	const run = async (steps: Steps) => {
		const found = await find(steps);
		if (found.length || !mustFind) return found;
		throw new FormIssue(
			`Nothing ${includesResolved ? '' : 'open '}has the '${parameters.label('reference')}' ${shown(reference)}`,
			includesResolved
				? "Check the reference and the credential's account, or set 'When Nothing Is Found' to 'No Item'."
				: "Switch on 'Include Resolved' to find what is over as well, or set 'When Nothing Is Found' to 'No Item'.",
		);
	};
	return { request, run };
}
