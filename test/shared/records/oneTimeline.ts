import type { IDataObject } from 'n8n-workflow';

import { addEvent } from '../../sandbox/bleemeo/events';
import { addIncident } from '../../sandbox/devhelm/incidents/build';
import { fileIncident } from '../../sandbox/devrev/incidents/build';
import { addChange } from '../../sandbox/devrev/timeline/changes';
import { frame, timelineOf } from '../../sandbox/devrev/timeline/find';
import { openIncident } from '../../sandbox/pagerduty/incidents/build';
import { byId } from '../../support/locators';
import type { Suite } from '../../support/suite';

/** What happened to one incident anywhere: it began, somebody wrote a note, it ended. */
export const MOMENTS = ['2026-04-10T08:00:00Z', '2026-04-10T08:10:00Z', '2026-04-10T08:30:00Z'];
export const NOTE = 'Rollback läuft 🚨\n\n# Not a heading\n* [x] done';

const [began, written, ended] = MOMENTS;
const ms = (time: string) => Date.parse(time);

/** Plays that into a vendor's sandbox, and gives the form's fields that name the incident. */
export const PLAY_ONE: { [vendor: string]: (on: Suite) => IDataObject } = {
	bleemeo: (on) => {
		const store = on.sandbox.state('bleemeo');
		const [account] = store.accounts.keys();
		const thread_id = 'c4f1d5a0-0000-4000-8000-00000000000a';
		const event = (status: number, title: string, happened_at: string) =>
			addEvent(store, account, { status, title, happened_at, thread_id }, ms(happened_at));
		event(2, 'Shop is down', began);
		event(10, NOTE, written);
		event(0, 'Shop is up', ended);
		return { resource: 'event', findThreadBy: 'threadId', threadId: thread_id };
	},
	devHelm: (on) => {
		const store = on.sandbox.state('devHelm');
		const { id } = addIncident(store, { title: 'Shop is down', severity: 'DOWN', at: ms(began) });
		const updates = store.updates.get(id) ?? [];
		const [first] = updates;
		const update = { ...first, createdBy: 'USER' as const };
		updates.push(
			{
				...update,
				id: 'aaaaaaaa-0000-4000-8000-000000000001',
				newStatus: null,
				body: NOTE,
				createdAt: written,
			},
			{
				...update,
				id: 'aaaaaaaa-0000-4000-8000-000000000002',
				oldStatus: 'CONFIRMED',
				newStatus: 'RESOLVED',
				createdAt: ended,
			},
		);
		return { resource: 'incident', incidentId: byId(id) };
	},
	devRev: (on) => {
		const store = on.sandbox.state('devRev');
		const [user] = store.devUsers.values();
		store.incidents.clear();
		fileIncident(store, user, {
			title: 'Shop is down',
			stage: 'triage',
			severity: 1,
			at: ms(began),
		});
		const [incident] = store.incidents.values();
		timelineOf(store, incident).push({
			...frame(incident, user, written),
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
		addChange(store, user, incident, { type: 'updated', updated }, ms(ended));
		return { resource: 'incident', incidentId: byId(incident.id) };
	},
	pagerDuty: (on) => {
		const store = on.sandbox.state('pagerDuty');
		const [service] = store.services.values();
		const [{ id, summary, self, html_url }] = store.users.values();
		const incident = openIncident(store, { title: 'Shop is down', service, at: ms(began) });
		const user = { id, type: 'user_reference', summary, self, html_url };
		const note = { id: 'PNOTE01', user, content: NOTE, created_at: written };
		store.details.notes.set(incident.id, [note as never]);
		Object.assign(incident, { status: 'resolved', resolved_at: ended, assignments: [] });
		return { resource: 'incident', incidentId: byId(incident.id) };
	},
};
