import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { addAlert } from '../../sandbox/pagerduty/details/seed';
import { searchList } from '../../support/lookup';
import { byId, comparable, suite } from '../../support/suite';
import { READ_HEADERS, seeded } from '../incidents';

const node = new PagerDutyIncidents();
const on = suite('pagerDuty', 'pagerDutyIncidentsApi', node);

/** The form with this incident in it. */
const of = (incidentId: object | string) => ({
	node,
	credentials: on.credentials({}),
	parameters: { incidentId: incidentId as string },
});
const alerts = () => [...on.sandbox.state('pagerDuty').details.alerts.values()];

describe('the notes of the chosen incident', () => {
	/** Writes notes, and gives their IDs. */
	async function write(id: string, texts: string[]) {
		await on.run(
			{ resource: 'note', operation: 'create', incidentId: byId(id), text: '={{ $json.text }}' },
			{ items: texts.map((text) => ({ text })) },
		);
		on.sandbox.clearRequests();
		const stored = on.sandbox.state('pagerDuty').details.notes.get(id) ?? [];
		return stored.map((note) => note.id);
	}

	it('show their text, cut where it is long', async () => {
		const { id } = seeded(on, 'triggered');
		const [short, long] = await write(id, ['Größe „0“', 'x'.repeat(100)]);
		const { results, paginationToken } = await searchList(of(byId(id)), 'searchNotes');
		expect(results).toEqual([
			{ name: `${'x'.repeat(80)}…`, value: long },
			{ name: 'Größe „0“', value: short },
		]);
		expect(paginationToken).toBeUndefined();
		expect(comparable(on.requests()[0])).toEqual({
			method: 'GET',
			path: `/incidents/${id}/notes`,
			query: {},
			headers: READ_HEADERS,
			body: undefined,
		});
	});

	it('are searched here, by text or ID', async () => {
		const { id } = seeded(on, 'triggered');
		const [first, second] = await write(id, ['Failing over', 'Rolled back']);
		const found = async (typed: string) =>
			(await searchList(of(byId(id)), 'searchNotes', typed)).results.map(({ value }) => value);
		expect(await found(' ROLLED ')).toEqual([second]);
		expect(await found(first)).toEqual([first]);
		expect(await found('nothing like it')).toEqual([]);
	});
});

describe('the alerts of the chosen incident', () => {
	it('show their summary and status, newest first, with their page', async () => {
		const [first, second] = alerts();
		const { results } = await searchList(of(byId(first.incident.id)), 'searchAlerts');
		expect(results).toEqual([
			{
				name: 'Checkout error rate above 2 % (triggered)',
				value: first.id,
				url: first.html_url,
			},
			{
				name: 'Zahlung über „Fahrräder“ schlägt fehl (resolved)',
				value: second.id,
				url: second.html_url,
			},
		]);
		expect(comparable(on.requests()[0])).toEqual({
			method: 'GET',
			path: `/incidents/${first.incident.id}/alerts`,
			query: { sort_by: 'created_at:desc', limit: '100', offset: '0' },
			headers: READ_HEADERS,
			body: undefined,
		});
	});

	it('come page by page, and a typed text is found on a later one', async () => {
		const incident = seeded(on, 'triggered');
		for (let count = 0; count < 150; count += 1) addAlert(on.sandbox.state('pagerDuty'), incident);
		addAlert(on.sandbox.state('pagerDuty'), incident, { summary: 'The one' });
		const call = of(byId(incident.id));
		const first = await searchList(call, 'searchAlerts');
		const second = await searchList(call, 'searchAlerts', undefined, first.paginationToken);
		expect([first.results.length, second.results.length]).toEqual([100, 51]);
		expect(second.paginationToken).toBeUndefined();
		const { results } = await searchList(call, 'searchAlerts', 'the one');
		expect(results.map(({ name }) => name)).toEqual(['The one (triggered)']);
	});
});

describe('where the incident stands in the form', () => {
	it.each([
		['as the choice of a list', (id: string) => ({ __rl: true, mode: 'list', value: id })],
		['as its ID alone', (id: string) => id],
		[
			'as its address',
			(id: string) => ({
				__rl: true,
				mode: 'url',
				value: `https://example.pagerduty.com/incidents/${id}`,
			}),
		],
	])('%s, it is asked for', async (_, written) => {
		const [{ incident }] = alerts();
		const { results } = await searchList(of(written(incident.id)), 'searchAlerts');
		expect(results).toHaveLength(2);
		expect(on.requests()[0].path).toBe(`/incidents/${incident.id}/alerts`);
	});

	it('as a short number, it is asked for', async () => {
		seeded(on, 'acknowledged').incident_number = 7;
		const { results } = await searchList(of(byId('7')), 'searchAlerts');
		expect(results).toHaveLength(2);
	});

	it.each([
		['nothing is chosen', '', "Choose the 'Incident' first"],
		['the choice is empty', byId(''), "Choose the 'Incident' first"],
		[
			'an expression stands there',
			byId('={{ $json.incident }}'),
			"'Incident' is an expression, so this list cannot be shown",
		],
		['it is no ID', byId('../users'), `'Incident' is no ID: "../users"`],
	])('%s: the list says so, and nothing is sent', async (_, written, message) => {
		for (const method of ['searchNotes', 'searchAlerts']) {
			await expect(searchList(of(written), method)).rejects.toMatchObject({ message });
		}
		expect(on.requests()).toHaveLength(0);
	});

	it.each([
		['searchNotes', 'notes'],
		['searchAlerts', 'alerts'],
	])('%s says what failed about an incident that is not there', async (method, noun) => {
		await expect(searchList(of(byId('QNOTHERE0')), method)).rejects.toMatchObject({
			message: `PagerDuty refused 'Read the list of ${noun}': Not Found`,
			description: expect.stringContaining('Check the ID'),
		});
	});
});

describe('log entries', () => {
	const call = () => of('');

	it('show what happened, where and when, newest first', async () => {
		const { results } = await searchList(call(), 'searchLogEntries');
		const { first_trigger_log_entry: entry, summary, created_at } = seeded(on, 'acknowledged');
		expect(results).toContainEqual({
			name: `${entry.summary}, ${summary}, ${created_at}`,
			value: entry.id,
			url: entry.html_url,
		});
		expect(comparable(on.requests()[0])).toEqual({
			method: 'GET',
			path: '/log_entries',
			query: { is_overview: 'true', limit: '100', offset: '0' },
			headers: READ_HEADERS,
			body: undefined,
		});
	});

	it('are found by the title of the incident, and by what happened', async () => {
		const find = async (typed: string) =>
			(await searchList(call(), 'searchLogEntries', typed)).results.map(({ name }) => name);
		expect(await find('„fahrräder“')).toEqual([
			expect.stringMatching(
				/^Triggered through the API, \[#\d+\] Suche findet „Fahrräder“ nicht, /,
			),
		]);
		expect(await find('acknowledged by')).toEqual([
			expect.stringMatching(/^Acknowledged by .*Checkout error rate/),
		]);
	});

	it('come page by page', async () => {
		on.sandbox.seedMany('pagerDuty', 120);
		const first = await searchList(call(), 'searchLogEntries');
		const second = await searchList(call(), 'searchLogEntries', undefined, first.paginationToken);
		expect(first.results).toHaveLength(100);
		const ids = [...first.results, ...second.results].map(({ value }) => value);
		expect(new Set(ids).size).toBe(ids.length);
	});
});
