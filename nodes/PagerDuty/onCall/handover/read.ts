import type { IDataObject } from 'n8n-workflow';

import { asObject, asRows, asText } from '../../../shared/ground/values';
import type { Reader } from '../../../shared/run/operation';
import { unpaged } from '../../../shared/wire/paging';
import { paging, pagingOf, recordOf, rowsOf } from '../../api/profile';
import { wholeSeconds } from '../../form/times';
import { scheduleIn } from '../../schedule/fields';
import { nextOf, shiftsOf } from '../../schedule/shifts';
import type { Shift } from './form';
import { nameOf } from './markdown';
import { isOfShift, nowAndNext, type Told } from './rows';

const DAY_MS = 86_400_000;
/** How far ahead PagerDuty knows who is on call, a little less. docs/facts/pagerduty.md#on-calls. */
const AHEAD_MS = 89 * DAY_MS;
/** Incidents that were opened so long before a shift may have been resolved in it. */
const BEFORE_MS = 14 * DAY_MS;

const incidents = { paging, rows: rowsOf('incidents') };
const onCalls = { paging: pagingOf('on-calls', 'Choose a smaller scope'), rows: rowsOf('oncalls') };
const logEntries = {
	paging: pagingOf('log entries', 'Look at the incident in PagerDuty'),
	rows: rowsOf('log_entries'),
};
const notes = { paging: unpaged, rows: rowsOf('notes') };

/** What a report is about. */
export interface Subject {
	name: string;
	serviceIds: string[];
	current: IDataObject[];
	next: IDataObject[];
}

const idsIn = (references: unknown) => asRows(references).flatMap(({ id }) => asText(id) ?? []);
const get = (path: string) => ({ method: 'GET' as const, path });

/** The services behind what was chosen, and who is on call there. */
export async function subjectOf(reader: Reader, scope: string, id: string): Promise<Subject> {
	if (scope === 'service') {
		const [service] = await reader.read(get(`/services/${id}`), recordOf('service'));
		const policyId = asText(asObject(service.escalation_policy).id);
		const people = await onCallIn(reader, policyId === undefined ? [] : [policyId]);
		return { name: nameOf(service), serviceIds: idsIn([service]), ...people };
	}
	if (scope === 'escalationPolicy') {
		const policy = await policyOf(reader, id);
		const people = await onCallIn(reader, [id]);
		return { name: nameOf(policy), serviceIds: idsIn(policy.services), ...people };
	}
	return await subjectOfSchedule(reader, id);
}

async function subjectOfSchedule(reader: Reader, id: string): Promise<Subject> {
	const now = Date.now();
	const [since, until] = [now, now + AHEAD_MS].map(wholeSeconds);
	const query = { since, until, overflow: true };
	const [schedule] = await reader.read({ ...get(`/schedules/${id}`), query }, scheduleIn);
	const policies = await Promise.all(
		idsIn(schedule.escalation_policies).map(async (policyId) => await policyOf(reader, policyId)),
	);
	const shifts = shiftsOf(schedule);
	const { current } = nowAndNext(shifts, now);
	const next = nextOf(shifts, now);
	return {
		name: nameOf(schedule),
		serviceIds: [...new Set(policies.flatMap(({ services }) => idsIn(services)))],
		current,
		next: next ? [next] : [],
	};
}

async function policyOf(reader: Reader, id: string): Promise<IDataObject> {
	const path = `/escalation_policies/${encodeURIComponent(id)}`;
	const [policy] = await reader.read(get(path), recordOf('escalation_policy'));
	return policy;
}

async function onCallIn(reader: Reader, policyIds: string[]) {
	if (!policyIds.length) return { current: [], next: [] };
	const now = Date.now();
	const [since, until] = [now, now + AHEAD_MS].map(wholeSeconds);
	const rows = await reader.list(onCalls, {
		...get('/oncalls'),
		query: {
			...{ since, until, earliest: true },
			'escalation_policy_ids[]': policyIds,
			'include[]': ['users'],
		},
	});
	return nowAndNext(rows, now);
}

/** What is open on these services now, and what was opened or resolved in the shift and is resolved, oldest first. */
export async function incidentsOf(
	reader: Reader,
	serviceIds: string[],
	{ since, until }: Shift,
): Promise<{ open: Told[]; resolved: Told[] }> {
	const of = (query: { [name: string]: string | string[] }) => ({
		...get('/incidents'),
		query: { 'service_ids[]': serviceIds, sort_by: 'created_at:asc', ...query },
	});
	const open = await reader.list(
		incidents,
		of({ 'statuses[]': ['triggered', 'acknowledged'], date_range: 'all' }),
	);
	const ended = await reader.list(
		incidents,
		of({
			'statuses[]': ['resolved'],
			since: wholeSeconds(Date.parse(since) - BEFORE_MS),
			until,
		}),
	);
	const tell = async (rows: IDataObject[]) =>
		await Promise.all(rows.map(async (incident) => await told(reader, incident)));
	return {
		open: await tell(open),
		resolved: await tell(ended.filter((incident) => isOfShift(incident, since, until))),
	};
}

async function told(reader: Reader, incident: IDataObject): Promise<Told> {
	const path = `/incidents/${encodeURIComponent(String(incident.id))}`;
	const written = await reader.list(notes, get(`${path}/notes`));
	const timeOf = ({ created_at }: IDataObject) => Date.parse(asText(created_at) ?? '');
	const inOrder = [...written].sort((one, other) => timeOf(one) - timeOf(other));
	if (incident.status !== 'resolved') return { incident, notes: inOrder };
	const log = await reader.list(logEntries, {
		...get(`${path}/log_entries`),
		query: { is_overview: true },
	});
	const ends = log.filter(({ type }) => asText(type)?.startsWith('resolve_') === true);
	const resolve = ends.sort((one, other) => timeOf(other) - timeOf(one))[0];
	return { incident, notes: inOrder, resolve };
}
