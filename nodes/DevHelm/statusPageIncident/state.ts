import type { IDataObject } from 'n8n-workflow';

import type { StateRule } from '../../shared/run/operation';
import type { Parameters } from '../../shared/form/parameters';
import { pathOf } from './fields';
import { incidentOf } from './record';

/** Where the incident of a change is read, whatever the change itself answers. */
export function incidentAt(parameters: Parameters): Pick<StateRule, 'read' | 'records'> {
	const path = pathOf(parameters);
	return { read: () => ({ method: 'GET', path }), records: incidentOf };
}

/**
 * For a state that is to be reached: one that holds already is success, whether it is seen before or after
 * a refusal (somebody else may have been faster).
 * @param notice what the user is told then
 */
export function reaching(
	holds: (incident: IDataObject) => boolean,
	notice: string,
): (parameters: Parameters) => StateRule {
	return (parameters) => ({
		...incidentAt(parameters),
		looksFirst: true,
		already: (incident) => (holds(incident) ? notice : undefined),
		// Which status DevHelm refuses a needless change with is not documented.
		isConflict: ({ status }) => status === 409 || status === 400,
	});
}
