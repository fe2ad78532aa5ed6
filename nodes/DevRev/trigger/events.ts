import type { INodePropertyOptions } from 'n8n-workflow';

import { eventOption } from '../../shared/trigger/events';

/** What DevRev has as events of its own. docs/facts/devrev.md#event-types. */
const OWN = {
	incident_created: 'Incident: Created',
	incident_deleted: 'Incident: Deleted',
	incident_updated: 'Incident: Updated',
	timeline_entry_created: 'Comment: Created',
	timeline_entry_deleted: 'Comment: Deleted',
	timeline_entry_updated: 'Comment: Updated',
};

/** What the node finds out by comparing the two incidents in an update. docs/facts/devrev.md#body-of-a-delivery. */
const DERIVED = {
	incident_owner_changed: 'Incident: Owner Changed',
	incident_resolved: 'Incident: Resolved',
	incident_severity_changed: 'Incident: Severity Changed',
	incident_stage_changed: 'Incident: Stage Changed',
};

export type DerivedEvent = keyof typeof DERIVED;

const DESCRIPTIONS: { [event: string]: string } = {
	incident_resolved: 'It has come into a stage that is final, so also when it was canceled',
	incident_updated: 'Any change, those below "Changed" and "Resolved" included',
	timeline_entry_created: 'Somebody wrote a comment on an incident',
};

/** All events for a form, sorted as the host wants them, so that each group stands together. */
export const EVENT_OPTIONS: INodePropertyOptions[] = Object.entries({ ...OWN, ...DERIVED })
	.map(([value, name]) => {
		const description = DESCRIPTIONS[value];
		const [group, label] = name.split(': ');
		return { ...eventOption(group, label, value), ...(description ? { description } : {}) };
	})
	.sort((a, b) => (a.name < b.name ? -1 : 1));

/** DevRev's own event that brings a chosen one. */
export function vendorEvent(chosen: string): string {
	return chosen in DERIVED ? 'incident_updated' : chosen;
}

/** True for an event of DevRev that the form offers; others may be added by DevRev at any time. */
export function isKnownEvent(type: string): boolean {
	return type in OWN;
}
