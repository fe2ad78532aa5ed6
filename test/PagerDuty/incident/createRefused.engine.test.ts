import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const create = (fields: IDataObject) => ({
	resource: 'incident',
	operation: 'create',
	...fields,
});
const company = () => ({ service: idsOf(on).services.Checkout });

describe('bad input is refused before any request', () => {
	const refusals: Array<[string, IDataObject, string]> = [
		['an empty title', { title: ' ' }, "'Title' is empty (item 0)"],
		['no service', { serviceId: byId('={{ "" }}') }, "'Service' is empty (item 0)"],
		[
			'an ID that is none',
			{ serviceId: byId('={{ "not an id" }}') },
			`'Service' is not an ID: "not an id" (item 0)`,
		],
		[
			'both assignee and policy',
			{ additionalFields: { assigneeId: byId('PUSER01'), escalationPolicyId: byId('PPOLICY') } },
			"'Assignee' and 'Escalation Policy' cannot both be set (item 0)",
		],
		[
			'malformed JSON',
			{ additionalFields: { extraFields: '{ nope' } },
			"'Extra Fields (JSON)' is not valid JSON",
		],
		[
			'an unknown urgency',
			{ additionalFields: { urgency: 'loud' } },
			`'Urgency' cannot be "loud" (item 0)`,
		],
		[
			'a From that is none',
			{ options: { from: 'bot' } },
			`'From Email' is no e-mail address: "bot"`,
		],
	];

	it.each(refusals)('%s', async (_, fields, message) => {
		const { error } = await on.run(
			create({ title: 'Fine', serviceId: byId('PSERVICE'), ...fields }),
		);
		expect(error?.message).toContain(message);
		expect(error?.description).toBeTruthy();
		expect(on.requests()).toEqual([]);
	});

	it('a general access key without From, by name', async () => {
		const { error } = await on.run(create({ title: 'No From', serviceId: byId('PSERVICE') }), {
			credentials: on.credentials({ from: '' }),
		});
		expect(error?.message).toBe(
			"'From Email' is empty, and a general access API key needs it for this operation (item 0)",
		);
		expect(error?.description).toContain('in the credential, or in this node under Options');
		expect(on.requests()).toEqual([]);
	});

	it('in one item, although the others are fine', async () => {
		const { service } = company();
		const { error } = await on.run(create({ title: '={{ $json.t }}', serviceId: byId(service) }), {
			items: [{ t: 'One' }, { t: '' }],
		});
		expect(error?.message).toBe("'Title' is empty (item 1, counted from 0)");
		expect(on.requests()).toEqual([]);
	});
});

describe("the vendor's refusals", () => {
	it('say that the token is wrong, once, and never show it', async () => {
		const { service } = company();
		const { error } = await on.run(create({ title: 'Wrong', serviceId: byId(service) }), {
			credentials: on.credentials({ apiToken: 'wrong-token' }),
		});
		expect(error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '401',
			message: "PagerDuty refused 'Create incident' (item 0): Authentication failed",
		});
		expect(error?.description).toContain('check the API token');
		expect(JSON.stringify(error)).not.toContain('wrong-token');
		expect(on.requests()).toHaveLength(1);
	});

	it.each<[string, IDataObject, string]>([
		['a priority', { priorityId: 'PNOTHER' }, "Choose another 'Priority'"],
		['an assignee', { assigneeId: byId('PNOTHERE') }, "Choose another 'Assignee'"],
		['a policy', { escalationPolicyId: byId('PNOTHERE') }, "Choose another 'Escalation Policy'"],
	])('name %s that is not there', async (_, additionalFields, hint) => {
		const { service } = company();
		const fields = { title: 'Wrong', serviceId: byId(service), additionalFields };
		const { error } = await on.run(create(fields));
		expect(error).toMatchObject({ httpCode: '400' });
		expect(error?.description).toContain(hint);
	});

	it('name a From that is no user of the account', async () => {
		const { service } = company();
		const { error } = await on.run(
			create({
				title: 'Stranger',
				serviceId: byId(service),
				options: { from: 'nobody@alpenrad.example' },
			}),
		);
		expect(error?.message).toContain('Requester User Not Found');
		expect(error?.description).toContain("has the 'From Email' address");
	});

	it('pass on that a service takes no incidents', async () => {
		const old = idsOf(on).services['Old Shop'];
		const { error } = await on.run(create({ title: 'Too late', serviceId: byId(old) }));
		expect(error?.message).toContain('Service does not accept new incidents.');
		expect(on.requests()).toHaveLength(1);
	});
});
