import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { byId, suite } from '../../support/suite';
import { HEADERS, seeded } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const create = (incidentId: string, fields = {}) => ({
	resource: 'statusUpdate',
	operation: 'create',
	incidentId: byId(incidentId),
	text: 'Payments work again',
	...fields,
});
const updates = () => on.sandbox.state('pagerDuty').details.statusUpdates;

it('carries every field', async () => {
	const { id } = seeded(on, 'triggered');
	const { items } = await on.run(
		create(id, {
			text: ' Zahlungen „laufen“ wieder 🎉 ',
			additionalFields: {
				subject: 'Checkout',
				htmlMessage: '<h1>Läuft</h1>',
				extraFields: '{ "new_field": 0 }',
			},
			options: { from: 'anna.schmidt@alpenrad.example' },
		}),
	);
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: `/incidents/${id}/status_updates`,
		query: {},
		headers: { ...HEADERS, from: 'anna.schmidt@alpenrad.example' },
		body: {
			message: 'Zahlungen „laufen“ wieder 🎉',
			subject: 'Checkout',
			html_message: '<h1>Läuft</h1>',
			new_field: 0,
		},
	});
	expect(items).toEqual([
		{
			json: {
				id: updates()[0].id,
				message: 'Zahlungen „laufen“ wieder 🎉',
				sender: expect.objectContaining({ summary: 'Anna Schmidt', type: 'user_reference' }),
				created_at: updates()[0].created_at,
				subject: 'Checkout',
				html_message: '<h1>Läuft</h1>',
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('needs the message alone', async () => {
	const { id } = seeded(on, 'triggered');
	const { error } = await on.run(create(id));
	expect(error).toBeUndefined();
	expect(on.theRequest()).toMatchObject({ headers: HEADERS });
	expect(on.theRequest().body).toEqual({ message: 'Payments work again' });
});

it('is never sent again when nobody can tell what became of it', async () => {
	on.sandbox.fault('pagerDuty', { drop: 'after' });
	const { error } = await on.run(create(seeded(on, 'triggered').id));
	expect(on.requests()).toHaveLength(1);
	expect(updates()).toHaveLength(1);
	expect(error?.description).toContain('Look at the status updates of the incident');
});

it('is sent again after a limit, which did nothing', async () => {
	on.sandbox.fault('pagerDuty', { status: 429, headers: { 'ratelimit-reset': '0' } });
	const { error } = await on.run(create(seeded(on, 'triggered').id));
	expect(error).toBeUndefined();
	expect(updates()).toHaveLength(1);
});

it.each([
	[{ text: '={{ "" }}' }, "'Message' is empty (item 0)"],
	[{ additionalFields: { subject: 'Alone' } }, "'Subject' needs an 'HTML Message' (item 0)"],
	[{ additionalFields: { htmlMessage: '<p>' } }, "'HTML Message' needs a 'Subject' (item 0)"],
	[{ incidentId: byId('={{ "" }}') }, "'Incident' is empty (item 0)"],
])('refuses %j before any request', async (fields, message) => {
	const { error } = await on.run(create('Q1XYZ2ABCDEFGH', fields));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
