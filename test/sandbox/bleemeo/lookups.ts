import { get } from '../core/router';
import type { Route } from '../core/router';
import { notFound } from './errors';
import { checkUuid, equals, listPage, readFlag, selectFields } from './listing';
import type { BleemeoContext } from './types';

/** What a request without `fields` does not name. */
const hiddenOfAgent = ['is_cluster_leader', 'next_config_at', 'tags'];
const hiddenOfMetric = [
	'first_seen_at',
	'status_descriptions',
	'threshold_high_critical',
	'threshold_high_warning',
	'threshold_low_critical',
	'threshold_low_warning',
];

export const lookupRoutes: Array<Route<BleemeoContext>> = [
	get('/v1/agent/', ({ store, accountId }, request) => {
		const active = readFlag(request.query, 'active');
		const found = [...store.agents.values()].filter(
			({ id, account }) =>
				account === accountId && (active === undefined || active !== store.inactiveAgents.has(id)),
		);
		return listPage(request, found, hiddenOfAgent);
	}),
	get('/v1/agent/{id}/', ({ store, accountId }, request, { id }) => {
		const agent = store.agents.get(id.toLowerCase());
		if (agent?.account !== accountId) throw notFound();
		return { status: 200, body: selectFields(agent, request.query, hiddenOfAgent) };
	}),
	get('/v1/agenttype/', ({ store }, request) => listPage(request, [...store.agentTypes.values()])),
	get('/v1/metric/', ({ store, accountId }, request) => {
		const { query } = request;
		checkUuid(query, 'agent');
		const active = readFlag(query, 'active');
		const tests = ['agent', 'label', 'item', 'labels_text'].map((name) =>
			equals(query, name, (record) => record[name]),
		);
		const found = [...store.metrics.values()].filter(
			(metric) =>
				metric.account === accountId &&
				(active === undefined || active === (metric.deactivated_at === null)) &&
				tests.every((test) => test(metric)),
		);
		return listPage(request, found, hiddenOfMetric);
	}),
	get('/v1/metric/{id}/', ({ store, accountId }, request, { id }) => {
		const metric = store.metrics.get(id.toLowerCase());
		if (metric?.account !== accountId) throw notFound();
		return { status: 200, body: selectFields(metric, request.query, hiddenOfMetric) };
	}),
	get('/v1/account/', ({ store, user }, request) => {
		const mine = [...store.accounts.values()].filter(({ id }) => user.accountIds.includes(id));
		return listPage(request, mine);
	}),
];
