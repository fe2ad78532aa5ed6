import type { IDataObject, INodeType } from 'n8n-workflow';

import { Bleemeo } from '../../../../nodes/Bleemeo/Bleemeo.node';
import { DevHelm } from '../../../../nodes/DevHelm/DevHelm.node';
import { DevRev } from '../../../../nodes/DevRev/DevRev.node';
import type { Sandbox, Vendor } from '../../../sandbox';
import { don } from '../../../sandbox/devrev/ids';
import { suite } from '../../../support/suite';

interface Case {
	vendor: Vendor;
	credential: keyof Sandbox['credentials'];
	node: INodeType;
	parameters: IDataObject;
	/** Where creates are posted. */
	path: string;
	/** Ends what was created. */
	close: (object: IDataObject) => void;
}

const incident = { resource: 'incident', operation: 'create' };

const CASES: Case[] = [
	{
		vendor: 'bleemeo',
		credential: 'bleemeoApi',
		node: new Bleemeo(),
		parameters: { resource: 'event', operation: 'create' },
		path: '/v1/event/',
		close: (event) => Object.assign(event, { status: 0 }),
	},
	{
		vendor: 'devHelm',
		credential: 'devHelmApi',
		node: new DevHelm(),
		parameters: { ...incident, severity: 'DOWN' },
		path: '/api/v1/incidents',
		close: (object) => Object.assign(object, { status: 'RESOLVED' }),
	},
	{
		vendor: 'devRev',
		credential: 'devRevApi',
		node: new DevRev(),
		parameters: incident,
		path: '/incidents.create',
		close: (object) =>
			Object.assign(object, {
				stage: {
					stage: { id: don('custom_stage', 5), name: 'resolved' },
					state: { id: don('custom_state', 3), name: 'closed', is_final: true },
				},
			}),
	},
];

describe.each(CASES.map((one) => [one.vendor, one] as const))('%s', (vendor, one) => {
	const on = suite(vendor, one.credential, one.node);
	const create = (title: string, options: IDataObject = {}) => ({
		...one.parameters,
		title,
		options,
	});
	const titled = (title: string) => {
		const store = on.sandbox.state(vendor) as unknown as {
			events?: Map<string, IDataObject>;
			incidents?: Map<string, IDataObject>;
		};
		const all = [...(store.events ?? store.incidents ?? new Map()).values()] as IDataObject[];
		return all.filter((object) => object.title === title);
	};
	const creates = () =>
		on.requests().filter(({ method, path }) => method === 'POST' && path === one.path);

	it('tells identical items apart when replies are lost', async () => {
		on.sandbox.fault(vendor, { method: 'POST', path: one.path, drop: 'after', every: 2, times: 3 });
		const { items, error } = await on.run(create('Same'), { items: Array(8).fill({}) });
		expect(error).toBeUndefined();
		expect(titled('Same')).toHaveLength(8);
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(8);
	});

	it('does not take an older one of the same title for its own', async () => {
		await on.run(create('Again'));
		const [older] = titled('Again');
		on.sandbox.fault(vendor, { method: 'POST', path: one.path, drop: 'before' });
		const { items } = await on.run(create('Again'));
		expect(titled('Again')).toHaveLength(2);
		expect(items[0].json.id).not.toBe(older.id);
	});

	it.each([-3_600_000, 3_600_000])(
		"finds its own although the vendor's clock is %d ms off",
		async (skew) => {
			on.sandbox.skew(vendor, skew);
			on.sandbox.fault(vendor, { method: 'POST', path: one.path, drop: 'after' });
			const { items, error } = await on.run(create('Skewed'));
			expect(error).toBeUndefined();
			expect(items).toHaveLength(1);
			expect(titled('Skewed')).toHaveLength(1);
			expect(creates()).toHaveLength(1);
		},
	);

	describe('Skip If Already Open', () => {
		const skip = (title: string) => create(title, { skipIfOpen: true });

		it('creates the first and returns it for the rest, and says so', async () => {
			const { items, hints } = await on.run(skip('Open'), { items: Array(5).fill({}) });
			expect(titled('Open')).toHaveLength(1);
			expect(new Set(items.map(({ json }) => json.id)).size).toBe(1);
			expect(items).toHaveLength(5);
			expect(hints.map(({ message }) => message)).toEqual([
				'Some items met something that was open already: it is returned, and nothing was created for them',
			]);
		});

		it('is off unless switched on', async () => {
			await on.run(create('Twice'), { items: [{}, {}] });
			expect(titled('Twice')).toHaveLength(2);
		});

		it('is not met by another title', async () => {
			await on.run(skip('Open'));
			await on.run(skip('Other'));
			expect([titled('Open').length, titled('Other').length]).toEqual([1, 1]);
		});

		it('creates a new one when the old one is over', async () => {
			await on.run(skip('Over'));
			one.close(titled('Over')[0]);
			await on.run(skip('Over'));
			expect(titled('Over')).toHaveLength(2);
		});
	});
});
