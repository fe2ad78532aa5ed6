import { wholeSeconds } from '../core/ids';
import { get } from '../core/router';
import type { Route } from '../core/router';
import { notFound } from './errors';
import type { BleemeoContext, Metric, Point } from './types';

/**
 * `values`, points of `time` and `value`. No parameter of a range is documented: as the framework
 * does, whatever is sent is ignored.
 */
export const metricDataRoutes: Array<Route<BleemeoContext>> = [
	get('/v1/metric/{id}/data/', ({ store, accountId }, _request, { id }) => {
		const metric = store.metrics.get(id.toLowerCase());
		if (metric?.account !== accountId) throw notFound();
		return { status: 200, body: { values: store.points.get(metric.id) ?? [] } };
	}),
];

/** A point each minute of the last hour, oldest first; none for a metric that has ended. */
export function seedPoints(metrics: Metric[], now: number): Map<string, Point[]> {
	const minutes = Array.from({ length: 60 }, (_, index) => 60 - index);
	return new Map(
		metrics.map(({ id, deactivated_at }) => [
			id,
			deactivated_at
				? []
				: minutes.map((ago) => ({ time: wholeSeconds(now - ago * 60_000), value: ago / 2 })),
		]),
	);
}
