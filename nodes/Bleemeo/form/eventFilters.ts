import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { collection, locatorList } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { asNumber, asObject, asText } from '../../shared/ground/values';
import { STATUSES } from '../event/statuses';
import { sameId } from '../event/thread';
import { AGENT, METRIC } from './ids';

/** "Filters" of both triggers. Read them with `eventFilter`. */
export const eventFilters: INodeProperties = collection('Filters', 'filters', [
	locatorList(AGENT, {
		displayName: 'Agents',
		name: 'agentIds',
		rowName: 'agentId',
		description: 'Only events of these servers, monitors or devices',
	}),
	locatorList(METRIC, {
		displayName: 'Metrics',
		name: 'metricIds',
		rowName: 'metricId',
		description:
			"Only events of these metrics. The list shows the metrics of the first agent under 'Agents'; others can be given by their IDs.",
	}),
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		default: [],
		description: 'Only events with one of these statuses. OK says that a problem is over.',
		options: STATUSES,
	},
]);

/** Why an event does not pass, in words that end a sentence; undefined when it does. */
export type EventFilter = (event: IDataObject) => string | undefined;

/**
 * The filters of the form as one pure function. What an event does not say cannot rule it out:
 * nothing that is genuine may be lost. An agent or metric that is null is said to be none.
 * @param parameters the trigger's form, with `eventFilters` in it
 * @throws FormIssue on bad input
 */
export function eventFilter(parameters: Parameters): EventFilter {
	const filters = parameters.group('filters');
	const statuses = filters.options<number>('statuses');
	const tests = [
		test('status', statuses, (value, wanted) => asNumber(value) === wanted),
		test('agent', filters.ids('agentIds'), isId),
		test('metric', filters.ids('metricIds'), isId),
	];
	return (event) => {
		const failed = tests.find(({ passes }) => !passes(event));
		return failed && `its ${failed.field} is filtered out`;
	};
}

function test<Value>(
	field: string,
	wanted: Value[],
	isSame: (value: unknown, wanted: Value) => boolean,
) {
	const passes = ({ [field]: value }: IDataObject) =>
		!wanted.length || value === undefined || wanted.some((one) => isSame(value, one));
	return { field, passes };
}

/** Bleemeo refers to objects by bare IDs; an object that holds its ID is understood as well. */
function isId(value: unknown, wanted: string): boolean {
	return sameId(asText(value) ?? asObject(value).id, wanted);
}
