import type { Suite } from '../support/suite';

/** Headers of a request that reads, made with the sandbox's general access key. */
export const READ_HEADERS = {
	accept: 'application/vnd.pagerduty+json;version=2',
	authorization: 'Token token=sandbox-pagerduty-token',
};

/** Headers of a write that names nobody. */
export const HEADERS_WITHOUT_FROM = { ...READ_HEADERS, 'content-type': 'application/json' };

/** Headers of a write. */
export const HEADERS = { ...HEADERS_WITHOUT_FROM, from: 'ops-bot@alpenrad.example' };

/** The sandbox's incident with this state: the first of those that the seed has. */
export function seeded(on: Suite, status: 'triggered' | 'acknowledged' | 'resolved') {
	const all = [...on.sandbox.state('pagerDuty').incidents.values()];
	const found = all.find((incident) => incident.status === status);
	if (!found) throw new TypeError(`no incident is ${status}`);
	return found;
}

/** IDs of the sandbox's company, by name. */
export function idsOf(on: Suite) {
	const { services, users, escalationPolicies, priorities } = on.sandbox.state('pagerDuty');
	const byName = (all: Map<string, { id: string; name: string }>) =>
		Object.fromEntries([...all.values()].map(({ id, name }) => [name, id]));
	return {
		services: byName(services),
		users: byName(users),
		policies: byName(escalationPolicies),
		priorities: byName(priorities),
	};
}

/** Makes so many triggered incidents more, and gives their IDs, oldest first. */
export function seedTriggered(on: Suite, count: number): string[] {
	const { incidents } = on.sandbox.state('pagerDuty');
	const known = new Set(incidents.keys());
	on.sandbox.seedMany('pagerDuty', count);
	const made = [...incidents.values()].filter(({ id }) => !known.has(id));
	for (const incident of made) Object.assign(incident, { status: 'triggered', resolved_at: null });
	return made.map(({ id }) => id);
}

/** The simplified incident as the sandbox has it now. */
export function recordOf(on: Suite, id: string) {
	const stored = on.sandbox.state('pagerDuty').incidents.get(id);
	return {
		provider: 'pagerduty',
		id,
		number: stored?.incident_number,
		title: stored?.title,
		status: stored?.status,
		severity: stored?.urgency === 'high' ? 'critical' : 'warning',
		url: stored?.html_url,
		service: stored?.service.summary,
		assignees: stored?.assignments.map(({ assignee }) => ({
			id: assignee.id,
			name: assignee.summary,
		})),
		actor: stored && {
			id: stored.last_status_change_by.id,
			name: stored.last_status_change_by.summary,
			type: stored.last_status_change_by.type.replace('_reference', ''),
		},
		createdAt: stored?.created_at,
		updatedAt: stored?.updated_at,
		vendorStatus: stored?.status,
		vendorSeverity: stored?.priority?.summary ?? stored?.urgency,
	};
}
