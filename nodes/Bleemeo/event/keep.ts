import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../../shared/form/parameters';
import { timeRange } from '../../shared/form/timeRange';
import { asNumber, asText } from '../../shared/ground/values';
import { uuid } from '../form/ids';

type Test = (row: IDataObject) => boolean;

/**
 * The filters of the form, applied to each event here: a server that does not know a filter returns
 * everything, without a word. docs/facts/bleemeo.md#unknown-filters.
 */
export function keep(parameters: Parameters): Test | undefined {
	const filters = parameters.group('filters');
	const statuses = filters.options<number>('statuses');
	const tests = [
		sameId(filters, 'agentId', 'agent', filters.id('agentId')),
		sameId(filters, 'metricId', 'metric', filters.id('metricId')),
		sameId(filters, 'threadId', 'thread_id', uuid(filters, 'threadId')),
		statuses.length > 0 &&
			onField(filters, 'statuses', 'status', (status) => {
				const number = asNumber(status);
				return number !== undefined && statuses.includes(number);
			}),
		...during(filters, 'created', 'created_at'),
		...during(filters, 'happened', 'happened_at'),
	].filter((test) => typeof test === 'function');
	return tests.length ? (row) => tests.every((test) => test(row)) : undefined;
}

/** IDs are the same in upper and in lower case. */
function sameId(filters: Parameters, name: string, field: string, wanted: string | undefined) {
	return (
		wanted !== undefined &&
		onField(filters, name, field, (id) => asText(id)?.toLowerCase() === wanted.toLowerCase())
	);
}

function during(filters: Parameters, verb: 'created' | 'happened', field: string) {
	const [after, before] = [`${verb}After`, `${verb}Before`];
	const range = timeRange(filters, after, before);
	const [since, until] = [range[after], range[before]].map(time);
	return [
		since !== undefined && onField(filters, after, field, (at) => Number(time(at)) >= since),
		until !== undefined && onField(filters, before, field, (at) => Number(time(at)) < until),
	];
}

function time(value: unknown): number | undefined {
	return value === undefined ? undefined : Date.parse(String(value));
}

/** A field that the reply leaves out must not look like an empty list. */
function onField(
	filters: Parameters,
	name: string,
	field: string,
	test: (value: unknown) => boolean,
): Test {
	return (row) => {
		if (row[field] !== undefined) return test(row[field]);
		return filters.refuse(
			name,
			`cannot be applied: Bleemeo's list leaves out "${field}"`,
			`Add the query parameter "fields" under Options > 'Extra Query Parameters', with "${field}" among its names`,
		);
	};
}
