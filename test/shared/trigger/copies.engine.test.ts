import axios from 'axios';

import type { Outgoing } from '../../sandbox/core/deliveries';
import { anotherCopy } from '../../support/copy';
import { DELIVERY_CASES } from '../../support/deliveryCase';
import { suite } from '../../support/suite';
import { TriggerHost } from '../../support/trigger';

const second = anotherCopy();

const deliver = async ({ url, headers, body }: Outgoing) =>
	await axios.post(url, body, { headers, transformRequest: (raw: string) => raw });

describe.each(DELIVERY_CASES.map((one, index) => ({ ...one, index })))('$name', (one) => {
	const on = suite(one.vendor, one.credential, one.node);
	const { node: other } = second.DELIVERY_CASES[one.index];
	let host: TriggerHost;
	beforeEach(async () => {
		host = await TriggerHost.start({
			node: one.node,
			credentials: on.credentials({}),
			parameters: { simplify: true, ...one.parameters } as never,
		});
		await host.activate();
	});
	afterEach(async () => await host.stop());

	it('a delivery that one copy has taken is a repeat to the other, as when n8n updates the package', async () => {
		expect(other.constructor).not.toBe(one.node.constructor);
		const delivery = await one.made(on, host);
		await deliver(delivery);
		host.change({ node: other });
		const { data } = await deliver(delivery);
		expect(data).toEqual({ message: 'Ignored: a repeat' });
		expect(host.runs).toHaveLength(1);
	});

	it('the trigger of another workflow takes it as well, whichever copy it is of', async () => {
		const delivery = await one.made(on, host);
		await deliver(delivery);
		host.change({ node: other, workflowId: 'workflow-2' });
		await deliver(delivery);
		expect(host.runs).toHaveLength(2);
		expect(host.runs[1]).toEqual(host.runs[0]);
	});
});
