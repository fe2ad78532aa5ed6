import { get, type Route } from '../core/router';
import type { DevHelmStore } from './types';

/** Figures of the whole organization. */
export const overviewRoutes: Array<Route<DevHelmStore>> = [
	get('/api/v1/dashboard/overview', ({ monitors, incidents, clock }) => {
		const count = (status: string) =>
			[...monitors.values()].filter(({ currentStatus }) => currentStatus === status).length;
		const today = new Date(clock.now()).toISOString().slice(0, 10);
		const all = [...incidents.values()];
		return {
			status: 200,
			body: {
				data: {
					monitors: {
						total: monitors.size,
						up: count('up'),
						down: count('down'),
						degraded: count('degraded'),
						paused: count('paused'),
						avgUptime24h: 99.5,
						avgUptime30d: 99.9,
					},
					incidents: {
						active: all.filter(({ status }) => status !== 'RESOLVED').length,
						resolvedToday: all.filter(({ resolvedAt }) => resolvedAt?.startsWith(today)).length,
						mttr30d: 1800,
					},
				},
			},
		};
	}),
];
