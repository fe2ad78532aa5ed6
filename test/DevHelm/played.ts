import { addDispatch } from '../sandbox/devhelm/incidents/activity';
import { addIncident } from '../sandbox/devhelm/incidents/build';
import { BEGAN, ENDED, NOTE, ONE_SET, type Played, WRITTEN } from '../shared/records/played';
import { byId } from '../support/locators';
import type { Suite } from '../support/suite';

function set(on: Suite): void {
	const store = on.sandbox.state('devHelm');
	const monitors = [...store.monitors.keys()];
	store.incidents.clear();
	store.dispatches.clear();
	for (const { title, severity, service, began, acknowledged, resolved } of ONE_SET) {
		const incident = addIncident(store, {
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
}

function one(on: Suite) {
	const store = on.sandbox.state('devHelm');
	const { id } = addIncident(store, {
		title: 'Shop is down',
		severity: 'DOWN',
		at: Date.parse(BEGAN),
	});
	const updates = store.updates.get(id) ?? [];
	const [first] = updates;
	const update = { ...first, createdBy: 'USER' as const };
	updates.push(
		{
			...update,
			id: 'aaaaaaaa-0000-4000-8000-000000000001',
			newStatus: null,
			body: NOTE,
			createdAt: WRITTEN,
		},
		{
			...update,
			id: 'aaaaaaaa-0000-4000-8000-000000000002',
			oldStatus: 'CONFIRMED',
			newStatus: 'RESOLVED',
			createdAt: ENDED,
		},
	);
	return { resource: 'incident', incidentId: byId(id) };
}

export const played: Played = {
	vendor: 'devHelm',
	set,
	one,
	metrics: { options: { readAcknowledgements: true } },
};
