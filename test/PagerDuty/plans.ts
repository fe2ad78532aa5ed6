import type { MaintenanceWindow } from '../sandbox/pagerduty/planning/types';
import type { Suite } from '../support/suite';

/** The newest maintenance window of the seed in this state. */
export function windowOf(on: Suite, state: 'past' | 'ongoing' | 'future'): MaintenanceWindow {
	const now = Date.now();
	const states = {
		past: ({ end_time }: MaintenanceWindow) => Date.parse(end_time) <= now,
		future: ({ start_time }: MaintenanceWindow) => Date.parse(start_time) > now,
		ongoing: ({ start_time, end_time }: MaintenanceWindow) =>
			Date.parse(start_time) <= now && Date.parse(end_time) > now,
	};
	const all = [...on.sandbox.state('pagerDuty').planning.windows.values()];
	const found = all.filter(states[state]).at(-1);
	if (!found) throw new TypeError(`no maintenance window is ${state}`);
	return found;
}

/** The simplified window. */
export function windowRecord(window: MaintenanceWindow, status: string) {
	const named = ({ id, summary }: { id: string; summary: string }) => ({ id, name: summary });
	return {
		provider: 'pagerduty',
		id: window.id,
		description: window.description || null,
		status,
		startsAt: window.start_time,
		endsAt: window.end_time,
		services: window.services.map(named),
		teams: window.teams.map(named),
		createdBy: window.created_by ? named(window.created_by) : null,
		url: window.html_url,
	};
}

/** The schedule whose turns change every day, with its overrides: one that is over, one that runs, one to come. */
export function dailyOf(on: Suite) {
	const { details, planning } = on.sandbox.state('pagerDuty');
	const schedule = [...details.schedules.values()].find(({ name }) => name === 'Platform Daily');
	if (!schedule) throw new TypeError('no schedule Platform Daily');
	const overrides = planning.overrides.get(schedule.id) ?? [];
	return { schedule, overrides };
}
