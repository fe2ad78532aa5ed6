import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, comparable, rowsOfIds, suite } from '../../support/suite';
import { HEADERS, READ_HEADERS, recordOf, seeded, seedTriggered } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const merge = (target: string, sources: string[], more = {}) => ({
	resource: 'incident',
	operation: 'merge',
	incidentId: byId(target),
	sourceIncidentIds: rowsOfIds('sourceIncidentId', sources),
	...more,
});
const steps = () => on.requests().map(({ method, path }) => `${method} ${path}`);
const stored = (id: string) => on.sandbox.state('pagerDuty').incidents.get(id);
const reference = (id: string) => ({ id, type: 'incident_reference' });
const notices = ['Some incidents were merged into their target already'];

it('merges several incidents and returns the target', async () => {
	const [target, ...sources] = seedTriggered(on, 3);
	const { items } = await on.run(
		merge(target, sources, {
			additionalFields: { extraFields: '{ "new_field": 0 }' },
			options: { from: 'anna.schmidt@alpenrad.example' },
		}),
	);
	expect(on.requests().map(comparable)).toEqual([
		{
			method: 'PUT',
			path: `/incidents/${target}/merge`,
			query: {},
			headers: { ...HEADERS, from: 'anna.schmidt@alpenrad.example' },
			body: { source_incidents: sources.map(reference), new_field: 0 },
		},
		{
			method: 'GET',
			path: `/incidents/${target}`,
			query: {},
			headers: READ_HEADERS,
			body: undefined,
		},
	]);
	expect(items).toEqual([{ json: recordOf(on, target), pairedItem: { item: 0 } }]);
	expect(sources.map((id) => stored(id)?.status)).toEqual(['resolved', 'resolved']);
});

it('finds the IDs of incidents that are given by number', async () => {
	const [target, source] = seedTriggered(on, 2);
	const number = (id: string) => String(stored(id)?.incident_number);
	const { items } = await on.run(merge(number(target), [number(source)], { simplify: false }));
	const put = on.requests().find(({ method }) => method === 'PUT');
	expect(put).toMatchObject({
		path: `/incidents/${number(target)}/merge`,
		headers: HEADERS,
		body: { source_incidents: [reference(source)] },
	});
	expect(items[0].json).toMatchObject({ type: 'incident', id: target });
});

it('counts what is merged into the target already as done, and says so', async () => {
	const [target, source] = seedTriggered(on, 2);
	await on.run(merge(target, [source]));
	const { items, error, hints } = await on.run(merge(target, [source]));
	expect(error).toBeUndefined();
	expect(items[0].json.id).toBe(target);
	expect(hints.map(({ message }) => message)).toEqual(notices);
});

it('merges the rest where some were merged already', async () => {
	const [target, first, second] = seedTriggered(on, 3);
	await on.run(merge(target, [first]));
	on.sandbox.clearRequests();
	const { error, hints } = await on.run(merge(target, [first, second]));
	expect(error).toBeUndefined();
	expect(stored(second)?.status).toBe('resolved');
	expect(hints.map(({ message }) => message)).toEqual(notices);
	expect(steps()).toEqual([
		`PUT /incidents/${target}/merge`,
		`GET /incidents/${first}`,
		`GET /incidents/${second}`,
		`PUT /incidents/${target}/merge`,
		`GET /incidents/${target}`,
	]);
	expect(on.requests()[3].body).toEqual({ source_incidents: [reference(second)] });
});

it('merges once when the answer to the first attempt is lost', async () => {
	const [target, source] = seedTriggered(on, 2);
	on.sandbox.fault('pagerDuty', { method: 'PUT', drop: 'after' });
	const { error, items } = await on.run(merge(target, [source]));
	expect(error).toBeUndefined();
	expect(items[0].json.id).toBe(target);
});

it('fails for a source that was merged into another incident', async () => {
	const [target, source, other] = seedTriggered(on, 3);
	await on.run(merge(other, [source]));
	const { error } = await on.run(merge(target, [source]));
	expect(error?.message).toBe(
		"PagerDuty refused 'Merge incidents' (item 0): Incident Already Merged",
	);
	expect(error?.description).toContain('take it off the list');
});

it('fails with the refusal of the merge when the sources cannot be looked at', async () => {
	const [target, source] = seedTriggered(on, 2);
	await on.run(merge(target, [source]));
	on.sandbox.fault('pagerDuty', { method: 'GET', status: 403, body: { error: {} } });
	const { error } = await on.run(merge(target, [source]));
	expect(error?.message).toContain('Incident Already Merged');
});

it('fails for a target that is resolved', async () => {
	const [source] = seedTriggered(on, 1);
	const { error } = await on.run(merge(seeded(on, 'resolved').id, [source]));
	expect(error?.message).toContain('Incident Already Resolved');
	expect(stored(source)?.status).toBe('triggered');
});

it.each([
	[
		'together have more alerts than an incident takes',
		{ alert_counts: { all: 1001, triggered: 1001, resolved: 0 } },
		'1000 alerts',
	],
	['cannot be merged', { is_mergeable: false }, 'not mergeable'],
])('explains the rules when the incidents %s', async (_, state, words) => {
	const [target, source] = seedTriggered(on, 2);
	Object.assign(stored(source) ?? {}, state);
	const { error } = await on.run(merge(target, [source]));
	expect(error?.message).toContain(words);
	expect(error?.description).toContain('keeps 1,000 alerts in one incident at most');
	expect(stored(source)?.status).toBe('triggered');
});

it('names a source that is not there, and merges none', async () => {
	const [target, source] = seedTriggered(on, 2);
	const { error } = await on.run(merge(target, [source, 'QNOTHERE0']));
	expect(error).toMatchObject({ httpCode: '404' });
	expect(stored(source)?.status).toBe('triggered');
});

it.each([
	['no target', '={{ "" }}', ['QSOURCE1'], "'Target Incident' is empty (item 0)"],
	['no source', 'QTARGET1', [], "'Source Incidents' is empty (item 0)"],
	[
		'the target among the sources',
		'QTARGET1',
		['QSOURCE1', 'QTARGET1'],
		"'Source Incidents' holds the target itself (item 0)",
	],
])('refuses %s before any request', async (_, target, sources, message) => {
	const { error } = await on.run(merge(target, sources));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});

it('refuses the target among the sources when one of them is given by number', async () => {
	const [target] = seedTriggered(on, 1);
	const { error } = await on.run(merge(String(stored(target)?.incident_number), [target]));
	expect(error?.message).toBe("'Source Incidents' holds the target itself (item 0)");
	expect(on.requests().filter(({ method }) => method === 'PUT')).toEqual([]);
});
