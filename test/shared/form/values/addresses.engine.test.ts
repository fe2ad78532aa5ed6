import type { IDataObject } from 'n8n-workflow';

import { suite } from '../../../support/suite';
import { VENDORS } from '../../../support/vendorCases';

describe.each(VENDORS)('$name', ({ vendor, credential, node, get, ...one }) => {
	const on = suite(vendor, credential, node);
	const more = () => one.more(on);
	const { resource, label, addresses, refused } = get;
	const id = () => get.id(on.sandbox);
	const parameters = (given: IDataObject) => ({ resource, operation: 'get', [get.field]: given });

	it.each(['id', 'list'])('takes the addresses of an object in the mode "%s"', async (mode) => {
		const known = await on.run(parameters({ __rl: true, mode: 'id', value: id() }), more());
		for (const address of addresses(id())) {
			// As typed, with blanks around it, and from an expression.
			for (const value of [address, ` ${address} `, `={{ "${address}" }}`]) {
				const { items, error } = await on.run(parameters({ __rl: true, mode, value }), more());
				expect({ value, error }).toEqual({ value, error: undefined });
				expect(items).toEqual(known.items);
			}
		}
	});

	it('refuses other addresses before any request, and says what is wrong with them', async () => {
		for (const [address, complaint] of refused(id())) {
			for (const value of [address, `={{ "${address}" }}`]) {
				const given = { __rl: true, mode: 'id', value };
				const { error } = await on.run(parameters(given), more());
				expect(error?.message).toContain(`'${label}' ${complaint}`);
				expect(error?.message).toContain('(item 0)');
				expect(error?.description).toMatch(/^Paste the address of the .* at .*, or its ID such as/);
			}
		}
		expect(on.requests()).toEqual([]);
	});

	it('shows nothing of a secret in a refused address', async () => {
		const value = 'https://someone:hunter2@evil.example/x?token=hunter2#hunter2';
		const { error } = await on.run(parameters({ __rl: true, mode: 'id', value }), more());
		expect(error?.message).toContain('"evil.example"');
		expect(JSON.stringify([error?.message, error?.description])).not.toContain('hunter2');
	});
});
