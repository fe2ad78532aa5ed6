import type { IDataObject } from 'n8n-workflow';

import { withToken } from '../../../Bleemeo/sandbox';
import { suite, type Suite } from '../../../support/suite';
import { VENDORS } from '../../../support/vendorCases';

/** An object that an operation is about, and the addresses under which people find it. */
interface Target {
	parameters: (given: IDataObject) => IDataObject;
	field: string;
	id: (on: Suite) => string;
	addresses: (id: string) => string[];
	/** Addresses that are refused, and what is said about them. */
	refused: (id: string) => Array<[string, string]>;
}

const get = (resource: string, field: string) => (given: IDataObject) => ({
	resource,
	operation: 'get',
	[field]: given,
});
const firstOf = (all: Map<string, unknown>) => [...all.keys()][0];

const TARGETS: { [vendor: string]: Target } = {
	bleemeo: {
		parameters: get('event', 'eventId'),
		field: 'Event',
		id: (on) => firstOf(on.sandbox.state('bleemeo').events),
		addresses: (id) => [
			`https://api.bleemeo.com/v1/event/${id}/`,
			`https://panel.bleemeo.com/event/${id}`,
		],
		refused: (id) => [
			[`https://api.bleemeo.com/v1/agent/${id}/`, 'is the address of an agent, not of an event'],
			[`https://bleemeo.example.com/v1/event/${id}/`, 'is an address of "bleemeo.example.com"'],
			['https://api.bleemeo.com/v1/event/', 'is an address without the ID of an event'],
		],
	},
	devHelm: {
		parameters: get('incident', 'incidentId'),
		field: 'Incident',
		id: (on) => firstOf(on.sandbox.state('devHelm').incidents),
		addresses: (id) => [
			`https://api.devhelm.io/api/v1/incidents/${id}`,
			`https://app.devhelm.io/incidents/${id}?tab=updates`,
		],
		refused: (id) => [
			[`https://api.devhelm.io/api/v1/monitors/${id}`, 'is the address of a monitor, not of an'],
			[`https://evil.example/api/v1/incidents/${id}`, 'is an address of "evil.example", not of'],
			['https://app.devhelm.io/', 'is an address without the ID of an incident'],
		],
	},
	devRev: {
		parameters: get('incident', 'incidentId'),
		field: 'Incident',
		id: () => 'INC-1',
		addresses: (id) => [
			`https://app.devrev.ai/alpenrad/works/${id}`,
			`https://app.devrev.ai/alpenrad/incidents/${id}?tab=timeline#latest`,
		],
		refused: () => [
			['https://app.devrev.ai/alpenrad/works/PROD-1', 'is the address of a part, not of an'],
			['https://app.devrev.ai.evil.example/works/INC-1', 'is an address of "app.devrev.ai.evil.'],
			['https://app.devrev.ai/alpenrad', 'is an address without the ID of an incident'],
		],
	},
	pagerDuty: {
		parameters: get('incident', 'incidentId'),
		field: 'Incident',
		id: (on) => firstOf(on.sandbox.state('pagerDuty').incidents),
		addresses: (id) => [
			`https://alpenrad.pagerduty.com/incidents/${id}`,
			`https://alpenrad.eu.pagerduty.com/incidents/${id}/timeline`,
			`https://api.pagerduty.com/incidents/${id}`,
			`https://API.PagerDuty.com/incidents/${id}?include[]=acknowledgers`,
		],
		refused: () => [
			[
				'https://alpenrad.pagerduty.com/service-directory/PCHKOUT',
				'is the address of a service, not of an incident',
			],
			['https://pagerduty.com.evil.example/incidents/Q1', 'is an address of "pagerduty.com.evil.'],
			['https://pagerduty.com@evil.example/incidents/Q1', 'is an address of "evil.example"'],
			['https://alpenrad.pagerduty.com/incidents', 'is an address without the ID of an incident'],
		],
	},
};

describe.each(VENDORS)('$name', ({ vendor, credential, node }) => {
	const on = suite(vendor, credential, node);
	const more = () => (vendor === 'bleemeo' ? withToken(on) : {});
	const { parameters, field, id, addresses, refused } = TARGETS[vendor];

	it.each(['id', 'list'])('takes the addresses of an object in the mode "%s"', async (mode) => {
		const known = await on.run(parameters({ __rl: true, mode: 'id', value: id(on) }), more());
		for (const address of addresses(id(on))) {
			// As typed, with blanks around it, and from an expression.
			for (const value of [address, ` ${address} `, `={{ "${address}" }}`]) {
				const { items, error } = await on.run(parameters({ __rl: true, mode, value }), more());
				expect({ value, error }).toEqual({ value, error: undefined });
				expect(items).toEqual(known.items);
			}
		}
	});

	it('refuses other addresses before any request, and says what is wrong with them', async () => {
		for (const [address, complaint] of refused(id(on))) {
			for (const value of [address, `={{ "${address}" }}`]) {
				const given = { __rl: true, mode: 'id', value };
				const { error } = await on.run(parameters(given), more());
				expect(error?.message).toContain(`'${field}' ${complaint}`);
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
