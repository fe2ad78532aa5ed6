import { fileIncident } from '../sandbox/devrev/incidents/build';
import { addChange } from '../sandbox/devrev/timeline/changes';
import { frame, timelineOf } from '../sandbox/devrev/timeline/find';
import { BEGAN, ENDED, NOTE, ONE_SET, type Played, WRITTEN } from '../shared/records/played';
import { byId } from '../support/locators';
import type { Suite } from '../support/suite';

function set(on: Suite): void {
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
}

function one(on: Suite) {
	const store = on.sandbox.state('devRev');
	const [user] = store.devUsers.values();
	store.incidents.clear();
	fileIncident(store, user, {
		title: 'Shop is down',
		stage: 'triage',
		severity: 1,
		at: Date.parse(BEGAN),
	});
	const [incident] = store.incidents.values();
	timelineOf(store, incident).push({
		...frame(incident, user, WRITTEN),
		type: 'timeline_comment',
		id: `${incident.id}:comment/c1`,
		visibility: 'internal',
		body: NOTE,
		body_type: 'text',
	});
	const delta = {
		name: 'stage',
		old_value: { type: 'stage', name: 'triage' },
		new_value: { type: 'stage', name: 'resolved' },
	};
	const updated = { field_deltas: [delta], object_type: 'incident' };
	addChange(store, user, incident, { type: 'updated', updated }, Date.parse(ENDED));
	return { resource: 'incident', incidentId: byId(incident.id) };
}

export const played: Played = {
	vendor: 'devRev',
	set,
	one,
};
