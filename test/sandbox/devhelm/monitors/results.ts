import { uuidOf } from '../../core/ids';
import { get, post, type Params, type Route } from '../../core/router';
import { dateTime } from '../../core/shape';
import type { JsonObject, Query, Reply, SandboxRequest } from '../../core/types';
import { invalidQuery } from '../errors';
import { cursorPage, single } from '../paging';
import type { DevHelmStore, Monitor } from '../types';
import { find } from './find';

export interface CheckResult extends JsonObject {
	id: string;
	timestamp: string;
	region: string;
	responseTimeMs: number | null;
	passed: boolean;
}

const HOUR = 3_600_000;
const WINDOWS: Record<string, number> = { '24h': 24, '7d': 168, '30d': 720, '90d': 2160 };

export const monitorResultRoutes: Array<Route<DevHelmStore>> = [
	post('/api/v1/monitors/{id}/test', test),
	get('/api/v1/monitors/{id}/results', list),
	get('/api/v1/monitors/{id}/uptime', uptime),
];

/** Checks of the last 40 hours, one each four hours, newest first; the newest of what is down has failed. */
export function seedResults({ id, regions, currentStatus }: Monitor, now: number): CheckResult[] {
	return Array.from({ length: 10 }, (_none, index) => {
		const passed = index > 0 || currentStatus !== 'down';
		return {
			id: uuidOf(`result ${id} ${index}`),
			timestamp: new Date(now - (index * 4 + 1) * HOUR).toISOString(),
			region: regions[index % regions.length],
			responseTimeMs: passed ? 100 + index : null,
			passed,
			failureReason: passed ? null : 'status code 502',
			severityHint: passed ? null : 'down',
			details: { statusCode: passed ? 200 : 502, assertionResults: [], tlsInfo: null },
			checkId: uuidOf(`check ${id} ${index}`),
		};
	});
}

const resultsOf = ({ results }: DevHelmStore, { id }: Monitor) => results.get(id) ?? [];

function list(store: DevHelmStore, request: SandboxRequest, { id }: Params): Reply {
	const { query } = request;
	const now = store.clock.now();
	const from = readTime(query, 'from') ?? now - 24 * HOUR;
	const to = readTime(query, 'to') ?? now;
	const region = single(query, 'region');
	const passed = single(query, 'passed');
	if (passed !== undefined && passed !== 'true' && passed !== 'false') {
		throw invalidQuery('passed', 'must be true or false');
	}
	const found = resultsOf(store, find(store, id)).filter((result) => {
		const at = Date.parse(result.timestamp);
		const isWanted = passed === undefined || result.passed === (passed === 'true');
		return at >= from && at <= to && isWanted && (region === undefined || result.region === region);
	});
	return cursorPage(request, found, 50, 200);
}

function uptime(store: DevHelmStore, { query }: SandboxRequest, { id }: Params): Reply {
	const hours = WINDOWS[single(query, 'window') ?? '24h'];
	if (!hours) throw invalidQuery('window', 'must be one of 24h, 7d, 30d, 90d');
	const since = store.clock.now() - hours * HOUR;
	const found = resultsOf(store, find(store, id)).filter(
		({ timestamp }) => Date.parse(timestamp) >= since,
	);
	const passed = found.filter((result) => result.passed);
	const times = passed.map(({ responseTimeMs }) => Number(responseTimeMs));
	const sum = times.reduce((one, other) => one + other, 0);
	return {
		status: 200,
		body: {
			uptimePercentage: found.length ? (100 * passed.length) / found.length : null,
			totalChecks: found.length,
			passedChecks: passed.length,
			avgLatencyMs: times.length ? sum / times.length : null,
			p95LatencyMs: times.length ? Math.max(...times) : null,
		},
	};
}

/** Nothing is stored. */
function test(store: DevHelmStore, _request: SandboxRequest, { id }: Params): Reply {
	const { currentStatus, type, config } = find(store, id);
	const passed = currentStatus !== 'down';
	const assertion = {
		assertionType: 'status_code',
		passed,
		severity: 'fail',
		message: passed ? 'status is 200' : 'expected 2xx, got 502',
		expected: '2xx',
		actual: passed ? '200' : '502',
	};
	const isHttp = type === 'HTTP';
	return {
		status: 200,
		body: {
			data: {
				passed,
				error: passed ? null : 'Check failed',
				statusCode: isHttp ? Number(assertion.actual) : null,
				responseTimeMs: 87,
				responseHeaders: isHttp ? { 'content-type': ['text/plain'] } : null,
				bodyPreview: isHttp ? 'OK' : null,
				responseSizeBytes: 2,
				redirectCount: 0,
				finalUrl: isHttp ? config.url : null,
				assertionResults: isHttp ? [assertion] : [],
				warnings: passed ? null : ['The certificate expires in 9 days'],
			},
		},
	};
}

function readTime(query: Query, name: string): number | undefined {
	const value = single(query, name);
	if (value === undefined) return undefined;
	if (!dateTime.test(value)) throw invalidQuery(name, 'must be a date-time');
	return Date.parse(value);
}
