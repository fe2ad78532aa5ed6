import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { suite } from '../../support/suite';
import { alertsOf, acknowledge, incidentOf, trigger } from './events';

const on = suite('pagerDuty', 'pagerDutyEventsApi', new PagerDutyIncidents());

const more = (fields: IDataObject) => trigger({ additionalFields: fields });

describe('a summary over 1,024 characters', () => {
	it('is cut, and kept whole among the details', async () => {
		const long = 'x'.repeat(1100);
		const { hints, items } = await on.run(
			trigger({
				summary: long,
				additionalFields: { dedupKey: 'own', customDetails: '{ "rate": 0 }' },
			}),
		);
		const { title } = incidentOf(on, 'own');
		expect(title).toBe(`${'x'.repeat(1023)}…`);
		expect(items[0].json.title).toBe(title);
		expect(alertsOf(on, 'own')[0].body.details).toEqual({ full_summary: long, rate: 0 });
		expect(hints.map(({ message }) => message)).toEqual([
			"Some summaries were longer than the 1,024 characters that PagerDuty takes: the event has their beginning, and the whole text as 'full_summary' among its custom details",
		]);
	});

	it('is not cut within a character', async () => {
		await on.run(
			trigger({
				summary: `${'x'.repeat(1022)}🚨🚒${'y'.repeat(10)}`,
				additionalFields: { dedupKey: 'own' },
			}),
		);
		expect(incidentOf(on, 'own').title).toBe(`${'x'.repeat(1022)}🚨…`);
	});

	it('of 1,024 goes as it is', async () => {
		const { hints } = await on.run(
			trigger({ summary: 'x'.repeat(1024), additionalFields: { dedupKey: 'own' } }),
		);
		expect(incidentOf(on, 'own').title).toHaveLength(1024);
		expect(hints).toEqual([]);
	});
});

it('takes a dedup key of 255 characters', async () => {
	const { error } = await on.run(more({ dedupKey: 'k'.repeat(255) }));
	expect(error).toBeUndefined();
	expect(alertsOf(on, 'k'.repeat(255))).toHaveLength(1);
});

it.each<[string, IDataObject, string, string]>([
	[
		'a dedup key of 256 characters',
		more({ dedupKey: 'k'.repeat(256) }),
		"'Dedup Key' has 256 characters, and PagerDuty takes 255 at most (item 0)",
		'in the same way for Trigger, Acknowledge and Resolve',
	],
	[
		'such a key to acknowledge',
		acknowledge('k'.repeat(256)),
		"'Dedup Key' has 256 characters, and PagerDuty takes 255 at most (item 0)",
		'Shorten it',
	],
	['no key to acknowledge', acknowledge('={{ " " }}'), "'Dedup Key' is empty (item 0)", ''],
	[
		'an event over 512 KB',
		more({ customDetails: JSON.stringify({ log: 'ä'.repeat(300_000) }) }),
		"'Custom Details (JSON)' makes the event 587 KB long, and PagerDuty takes 512 KB (item 0)",
		'send what the responders need to begin',
	],
	['no summary', trigger({ summary: '={{ "" }}' }), "'Summary' is empty (item 0)", ''],
	['no source', trigger({ source: '={{ "" }}' }), "'Source' is empty (item 0)", ''],
	[
		'a severity that there is not',
		trigger({ severity: '={{ "fatal" }}' }),
		`'Severity'`,
		'critical',
	],
	[
		'details that are no object',
		more({ customDetails: '={{ "[1]" }}' }),
		"'Custom Details (JSON)' must be a JSON object (item 0)",
		'',
	],
	[
		'an image without https',
		more({ images: { values: [{ src: 'http://x.example/a.png' }] } }),
		'must begin with https://',
		'PagerDuty shows no other pictures',
	],
	['a link without an address', more({ links: { values: [{ text: 'Runbook' }] } }), 'is empty', ''],
	['a time that is none', more({ timestamp: 'soon' }), "'Timestamp'", ''],
])('refuses %s before any request', async (_, parameters, message, hint) => {
	const { error } = await on.run(parameters);
	expect(error?.message).toContain(message);
	expect(error?.description).toContain(hint);
	expect(on.requests()).toHaveLength(0);
});

describe('a credential that cannot work is refused before any request', () => {
	it.each<[string, IDataObject, string]>([
		[
			'a REST API key',
			{ integrationApiKey: ['u+abcdefghij', '12345678'].join('') },
			"'Integration Key' in the credential is 20 characters long, as a REST API key is; an integration key has 32",
		],
		[
			'a key of a wrong length',
			{ integrationApiKey: 'a'.repeat(31) },
			"'Integration Key' in the credential must be 32 letters and digits; this is 31 characters",
		],
		[
			'a key of other characters',
			{ integrationApiKey: `${'a'.repeat(31)}-` },
			"'Integration Key' in the credential must be 32 letters and digits; this is 32 characters",
		],
		['no key', { integrationApiKey: ' ' }, "'Integration Key' in the credential is empty"],
		[
			'an address without encryption',
			{ baseUrl: 'http://events.example' },
			"'Base URL' in the credential would send the token unencrypted to events.example",
		],
	])('%s', async (_, changes, message) => {
		const { error } = await on.run(trigger(), { credentials: on.credentials(changes) });
		expect(error?.message).toBe(message);
		expect(error?.description).toContain('Open the credential');
		expect(on.requests()).toEqual([]);
	});
});

describe("PagerDuty's refusals", () => {
	it('of a key that it does not know', async () => {
		const key = 'a'.repeat(32);
		const { error } = await on.run(trigger(), {
			credentials: on.credentials({ integrationApiKey: key }),
		});
		expect(error).toMatchObject({
			httpCode: '400',
			message:
				"PagerDuty refused 'Trigger event' (item 0): Event object is invalid: Invalid routing key",
		});
		expect(error?.description).toContain("'Integration Key' must be the key of an Events API V2");
		expect(JSON.stringify(error)).not.toContain(key);
		expect(on.requests()).toHaveLength(1);
	});

	it('of an event, with all that is wrong and the fields to look at', async () => {
		const { failed } = await on.run(
			more({ extraFields: '{ "payload": { "summary": "", "severity": "fatal" } }' }),
			{ onError: 'continueErrorOutput' },
		);
		const [{ json }] = failed;
		expect(json.error).toContain(
			"Event object is invalid: 'summary' is missing or blank; 'severity' is not one of critical, error, warning, info",
		);
		expect(json.error).toContain("Look at 'Summary', 'Severity'");
		expect(json.details).toMatchObject({ status: 400, code: 'invalid event', outcome: 'not done' });
	});

	it('of what is no event any more', async () => {
		on.sandbox.fault('pagerDuty', {
			status: 400,
			body: {
				status: 'Unrecognized object',
				message: 'Event object format is unrecognized',
				errors: ['JSON parse error'],
			},
		});
		const { error } = await on.run(trigger());
		expect(error?.message).toContain('Event object format is unrecognized: JSON parse error');
		expect(error?.description).toContain('Check the base URL and the proxy');
	});

	it('of an address that is no Events API', async () => {
		const baseUrl = `${on.sandbox.url('pagerDuty')}/panel`;
		const { error } = await on.run(trigger(), { credentials: on.credentials({ baseUrl }) });
		expect(error?.httpCode).toBe('401');
	});
});

it('takes a base URL with the path that people paste along', async () => {
	const baseUrl = `${on.sandbox.url('pagerDuty')}/v2/enqueue/`;
	const { error } = await on.run(trigger(), { credentials: on.credentials({ baseUrl }) });
	expect(error).toBeUndefined();
	expect(on.theRequest().path).toBe('/v2/enqueue');
});
