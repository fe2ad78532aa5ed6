import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, suite } from '../../support/suite';
import { HEADERS, recordOf, workOf } from '../works';

const on = suite('devRev', 'devRevApi', new DevRev());

const get = (id: string, fields = {}) => ({
	resource: 'ticket',
	operation: 'get',
	ticketId: byId(id),
	...fields,
});

it('reads one by its long ID, and gives a flat record', async () => {
	const work = workOf(on, 'TKT-3');
	const { items } = await on.run(get(work.id));
	expect(on.theRequest()).toEqual({
		method: 'POST',
		path: '/works.get',
		query: {},
		headers: HEADERS,
		body: { id: work.id },
	});
	expect(items).toEqual([
		{
			json: {
				...recordOf(work),
				severity: 'high',
				account: null,
				workspace: null,
				group: null,
				needsResponse: true,
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(items[0].json.isOpen).toBe(true);
});

it('takes the address of its page, and no other', async () => {
	await on.run(get('https://app.devrev.ai/alpenrad/works/TKT-3'));
	expect(on.theRequest().body).toEqual({ id: 'TKT-3' });
	const { error } = await on.run(get('https://app.devrev.ai/alpenrad/works/INC-3'));
	expect(error?.message).toContain('is the address of an incident, not of a ticket');
});

it("gives DevRev's own object without Simplify", async () => {
	const { items } = await on.run(get('TKT-3', { simplify: false }));
	expect(items[0].json).toMatchObject({ type: 'ticket', needs_response: true });
});

it('names one that is not there', async () => {
	const { error } = await on.run(get('TKT-999'));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevRev refused 'Get ticket' (item 0): No such work",
	});
});

it('refuses an empty one before any request', async () => {
	const { error } = await on.run(get('={{ "" }}'));
	expect(error?.message).toBe("'Ticket' is empty (item 0)");
	expect(on.requests()).toEqual([]);
});
