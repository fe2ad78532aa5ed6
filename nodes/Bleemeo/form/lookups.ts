import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';

import { chosenId } from '../../shared/form/dependent';
import { searchFor, type Lookup } from '../../shared/form/lookup';
import { asNumber, asText } from '../../shared/ground/values';
import { metricLabel } from '../api/metricLabel';
import { bleemeo, paging, rowsOf } from '../api/profile';
import { statusLabel } from '../api/record';
import { AGENT } from './ids';

const ON_FORM = { path: 'agentId', label: 'Agent', kind: AGENT };
const IN_FILTERS = { ...ON_FORM, path: 'filters.agentId' };

/** A list without a search of its own: what is typed is applied here. docs/facts/bleemeo.md#pages-and-fields. */
function listOf(noun: string, label: Lookup['label'], request: Lookup['request']): Lookup {
	return { noun, request, rows: rowsOf, label, paging, filterHere: true };
}

/** docs/facts/bleemeo.md#agents */
const agents = listOf('agents', agentLabel, () => ({
	method: 'GET',
	path: '/v1/agent/',
	query: { active: true, fields: 'id,display_name,fqdn' },
}));

/** An account may hold many thousands of metrics, so the agent comes first. docs/facts/bleemeo.md#metrics. */
const metrics = listOf('metrics', metricLabel, (_, context) => {
	const agent = chosenAgent(context);
	const fields = 'id,label,item,labels_text';
	return { method: 'GET', path: '/v1/metric/', query: { agent, active: true, fields } };
});

/** docs/facts/bleemeo.md#reading-events */
const events = listOf('events', eventLabel, () => ({
	method: 'GET',
	path: '/v1/event/',
	query: { fields: 'id,title,status,created_at', ordering: '-created_at' },
}));

export const listSearch = {
	searchAgents: searchFor(bleemeo, agents),
	searchMetrics: searchFor(bleemeo, metrics),
	searchEvents: searchFor(bleemeo, events),
};

/**
 * The agent chosen beside the metric: on the form itself, among the filters of a list, or the first
 * among those of a trigger, which has no operations.
 * @throws FormIssue when none is chosen
 */
function chosenAgent(context: ILoadOptionsFunctions): string {
	const operation = asText(context.getCurrentNodeParameter('operation'));
	if (operation === undefined) {
		const path = 'filters.agentIds.values[0].agentId';
		return chosenId(context, { path, label: 'Agents', kind: AGENT });
	}
	const isFilter = ['getAll', 'getReliabilityMetrics'].includes(operation);
	return chosenId(context, isFilter ? IN_FILTERS : ON_FORM);
}

function agentLabel({ display_name, fqdn }: IDataObject): string | undefined {
	const name = asText(display_name);
	const host = asText(fqdn);
	return name && host && name !== host ? `${name} (${host})` : (name ?? host);
}

function eventLabel({ title, status, created_at }: IDataObject): string | undefined {
	const facts = [statusLabel(asNumber(status)), asText(created_at)].filter(Boolean).join(', ');
	return asText(title) && `${String(title)} (${facts})`;
}
