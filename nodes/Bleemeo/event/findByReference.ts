import { referenceFields } from '../../shared/form/referenceFields';
import type { StepsOperation } from '../../shared/run/operation';
import { referencePlan, soughtIn } from '../../shared/run/reference';
import { toIncidentRecord } from '../api/record';
import { uuid } from '../form/ids';
import { endsOf } from './standing';
import { isOk } from './statuses';
import { eventsOf, eventsRequest } from './threadEvents';

/** `GET /v1/event/`, the newest event of a thread. docs/facts/bleemeo.md#threads. */
export const findByReference: StepsOperation = {
	value: 'findByReference',
	name: 'Find by Reference',
	action: 'Find event by reference',
	description:
		"Find how the incident of a thread ID stands: its newest event that is no Info. The thread ID is the only reference that Bleemeo takes; a mirror gives its own as 'Thread ID' when it creates the first event.",
	retry: 'read',
	properties: referenceFields(
		{
			displayName: 'Thread ID',
			placeholder: 'e.g. 2489e9ad-2ee2-4e00-8ec9-32d5f69181c0',
			description: 'The ID that the events of the incident share',
		},
		'OK',
	),
	plan: (parameters) => {
		const thread = uuid(parameters, 'reference') ?? '';
		const { includesResolved } = soughtIn(parameters);
		return referencePlan(parameters, eventsRequest(thread), async (steps) => {
			const events = await eventsOf(steps, thread);
			const newest = events.length ? [endsOf(events).newest] : [];
			return newest.filter((event) => includesResolved || !isOk(event));
		});
	},
	simplify: toIncidentRecord,
};
