import axios from 'axios';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { HEADERS, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

/** As somebody else acknowledges in PagerDuty itself. */
async function acknowledgeAs(from: string, id: string) {
	const incident = { type: 'incident_reference', status: 'acknowledged' };
	const { status, data } = await axios.put<{ error?: { code: number } }>(
		`${on.sandbox.url('pagerDuty')}/incidents/${id}`,
		{ incident },
		{ headers: { ...HEADERS, from }, proxy: false, validateStatus: () => true },
	);
	return { status, code: data.error?.code };
}
const acknowledgers = (id: string) =>
	on.sandbox
		.state('pagerDuty')
		.incidents.get(id)
		?.acknowledgements.map(({ acknowledger }) => acknowledger.summary);

it('another user may acknowledge as well, the same one may not', async () => {
	const { id } = seeded(on, 'acknowledged');
	expect(acknowledgers(id)).toEqual(['Jürgen Müßig']);
	const priya = 'priya@alpenrad.example';
	expect(await acknowledgeAs(priya, id)).toEqual({ status: 200, code: undefined });
	expect(acknowledgers(id)).toEqual(['Jürgen Müßig', 'Priya Natarajan']);
	expect(await acknowledgeAs(priya, id)).toEqual({ status: 400, code: 1002 });
});

it('what two have acknowledged is acknowledged already', async () => {
	const { id } = seeded(on, 'acknowledged');
	await acknowledgeAs('priya@alpenrad.example', id);
	on.sandbox.clearRequests();
	const { items, hints, error } = await on.run({
		resource: 'incident',
		operation: 'acknowledge',
		incidentId: byId(id),
	});
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ id, status: 'acknowledged' });
	expect(hints.map(({ message }) => message)).toEqual([
		expect.stringContaining('acknowledged already'),
	]);
	expect(on.requests().map(({ method }) => method)).toEqual(['GET']);
});
