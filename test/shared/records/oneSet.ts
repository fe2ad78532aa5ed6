import { addEvent } from '../../sandbox/bleemeo/events';
import { addDispatch } from '../../sandbox/devhelm/incidents/activity';
import { addIncident as addDevHelmIncident } from '../../sandbox/devhelm/incidents/build';
import { fileIncident } from '../../sandbox/devrev/incidents/build';
import { openIncident } from '../../sandbox/pagerduty/incidents/build';
import type { Suite } from '../../support/suite';

/** One incident, as it happened anywhere. */
interface Happened {
	title: string;
	severity: 'critical' | 'warning';
	/** Which of two services. */
	service: 0 | 1;
	began: string;
	acknowledged?: string;
	resolved?: string;
}

/** What is computed of these is worked out by hand in `reliability.engine.test.ts`. */
export const ONE_SET: Happened[] = [
	{
		title: 'A',
		severity: 'critical',
		service: 0,
		began: '2026-04-10T08:00:00Z',
		acknowledged: '2026-04-10T08:10:00Z',
		resolved: '2026-04-10T08:30:00Z',
	},
	{ title: 'B', severity: 'warning', service: 0, began: '2026-04-12T08:00:00Z' },
	{
		title: 'C',
		severity: 'critical',
		service: 1,
		began: '2026-04-11T08:00:00Z',
		acknowledged: '2026-04-11T08:30:00Z',
		resolved: '2026-04-11T09:30:00Z',
	},
	{
		title: 'D, begun before the period',
		severity: 'critical',
		service: 0,
		began: '2026-03-31T23:50:00Z',
		acknowledged: '2026-03-31T23:55:00Z',
		resolved: '2026-04-01T00:10:00Z',
	},
	{
		title: 'E, resolved after the period',
		severity: 'critical',
		service: 1,
		began: '2026-04-20T08:00:00Z',
		acknowledged: '2026-04-20T09:00:00Z',
		resolved: '2026-05-02T08:00:00Z',
	},
	{
		title: 'F, begun after the period',
		severity: 'critical',
		service: 0,
		began: '2026-05-01T00:00:00Z',
	},
];

export const APRIL = { since: '2026-04-01T00:00:00Z', until: '2026-05-01T00:00:00Z' };

/** Every vendor's sandbox with these incidents and no others. */
export const PLAY = {
	bleemeo: (on: Suite) => {
		const store = on.sandbox.state('bleemeo');
		const [account] = store.accounts.keys();
		const agents = [...store.agents.keys()];
		store.events.clear();
		ONE_SET.forEach(({ title, severity, service, began, acknowledged, resolved }, index) => {
			const thread_id = `c4f1d5a0-0000-4000-8000-${String(index).padStart(12, '0')}`;
			const event = (status: number, happened_at: string) =>
				addEvent(
					store,
					account,
					{ title, status, happened_at, thread_id, agent: agents[service] },
					Date.parse(happened_at),
				);
			event(severity === 'critical' ? 2 : 1, began);
			if (acknowledged) event(10, acknowledged);
			if (resolved) event(0, resolved);
		});
	},
	devHelm: (on: Suite) => {
		const store = on.sandbox.state('devHelm');
		const monitors = [...store.monitors.keys()];
		store.incidents.clear();
		store.dispatches.clear();
		for (const { title, severity, service, began, acknowledged, resolved } of ONE_SET) {
			const incident = addDevHelmIncident(store, {
				title,
				severity: severity === 'critical' ? 'DOWN' : 'DEGRADED',
				monitorId: monitors[service],
				at: Date.parse(began),
			});
			if (resolved) {
				Object.assign(incident, {
					status: 'RESOLVED',
					resolvedAt: new Date(resolved).toISOString(),
				});
			}
			if (!acknowledged) continue;
			addDispatch(store, incident.id, 'ACKNOWLEDGED', Date.parse(acknowledged));
			// A second notification that was answered later.
			addDispatch(store, incident.id, 'ACKNOWLEDGED', Date.parse(acknowledged) + 60_000);
			addDispatch(store, incident.id, 'DELIVERED', Date.parse(began));
		}
	},
	devRev: (on: Suite) => {
		const store = on.sandbox.state('devRev');
		const [user] = store.devUsers.values();
		const parts = [...store.parts.values()];
		store.incidents.clear();
		for (const { title, severity, service, began, acknowledged, resolved } of ONE_SET) {
			const stage = resolved ? 'resolved' : acknowledged ? 'acknowledged' : 'triage';
			const known = new Set(store.incidents.keys());
			const at = Date.parse(began);
			fileIncident(store, user, { title, stage, severity: severity === 'critical' ? 1 : 3, at });
			for (const incident of store.incidents.values()) {
				if (known.has(incident.id)) continue;
				Object.assign(incident, {
					applies_to_parts: [parts[service]],
					...(acknowledged ? { acknowledged_date: acknowledged } : {}),
					...(resolved ? { actual_close_date: resolved } : {}),
				});
			}
		}
	},
	pagerDuty: (on: Suite) => {
		const store = on.sandbox.state('pagerDuty');
		const services = [...store.services.values()];
		const [user] = store.users.values();
		const { id, summary, self, html_url } = user;
		const acknowledger = { id, type: 'user_reference', summary, self, html_url };
		store.incidents.clear();
		for (const { title, severity, service, began, acknowledged, resolved } of ONE_SET) {
			const incident = openIncident(store, {
				title,
				service: services[service],
				urgency: severity === 'critical' ? 'high' : 'low',
				at: Date.parse(began),
			});
			if (acknowledged) {
				incident.acknowledgements = [{ at: acknowledged, acknowledger }];
				incident.status = 'acknowledged';
			}
			if (!resolved) continue;
			Object.assign(incident, {
				status: 'resolved',
				resolved_at: resolved,
				last_status_change_at: resolved,
				assignments: [],
			});
		}
	},
};
