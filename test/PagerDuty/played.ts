import { openIncident } from '../sandbox/pagerduty/incidents/build';
import { BEGAN, ENDED, NOTE, ONE_SET, type Played, WRITTEN } from '../shared/records/played';
import { byId } from '../support/locators';
import type { Suite } from '../support/suite';

function set(on: Suite): void {
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
}

function one(on: Suite) {
	const store = on.sandbox.state('pagerDuty');
	const [service] = store.services.values();
	const [{ id, summary, self, html_url }] = store.users.values();
	const incident = openIncident(store, { title: 'Shop is down', service, at: Date.parse(BEGAN) });
	const user = { id, type: 'user_reference', summary, self, html_url };
	const note = { id: 'PNOTE01', user, content: NOTE, created_at: WRITTEN };
	store.details.notes.set(incident.id, [note as never]);
	Object.assign(incident, { status: 'resolved', resolved_at: ENDED, assignments: [] });
	return { resource: 'incident', incidentId: byId(incident.id) };
}

export const played: Played = {
	vendor: 'pagerDuty',
	set,
	one,
};
