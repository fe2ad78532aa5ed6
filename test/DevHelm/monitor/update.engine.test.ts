import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, comparable, rowsOfIds, suite } from '../../support/suite';
import { HEADERS, NOT_THERE, READ_HEADERS } from '../incidents';
import { monitor, nameless, recordOf } from '../monitors';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const store = () => on.sandbox.state('devHelm');
const checkout = () => monitor(on, 'Checkout page');
const update = (updateFields: IDataObject, more: IDataObject = {}) => ({
	resource: 'monitor',
	operation: 'update',
	monitorId: byId(checkout().id),
	type: 'ANY',
	updateFields,
	...more,
});
const methods = () => on.requests().map(({ method }) => method);
const policy = {
	minRegionsFailing: 1,
	maxWaitSeconds: 60,
	consecutiveSuccesses: 2,
	minRegionsPassing: 1,
	cooldownMinutes: 5,
};

it('sends every field that all types have, without looking', async () => {
	const { id } = checkout();
	const channel = nameless(store().alertChannels);
	const { items, error } = await on.run(
		update({
			name: ' Checkout ',
			alertChannelIds: rowsOfIds('alertChannelId', [channel]),
			assertions: { values: [{ assertion: 'ssl_expiry', threshold: 14, severity: 'warn' }] },
			auth: { values: { scheme: 'bearer', secretId: byId(nameless(store().secrets)) } },
			frequencySeconds: 30,
			enabled: false,
			environmentId: byId(nameless(store().environments)),
			incidentPolicy: { values: policy },
			triggerRules: {
				values: [
					{ condition: 'consecutive_failures', count: 2, scope: 'any_region', severity: 'down' },
				],
			},
			managedBy: 'TERRAFORM',
			newTags: { values: [{ name: 'web' }] },
			regions: '={{ ["us-east"] }}',
			tagIds: rowsOfIds('tagId', [nameless(store().tags)]),
			extraFields: '{ "frequencySeconds": 31 }',
		}),
	);
	expect(error).toBeUndefined();
	expect(on.theRequest()).toEqual({
		method: 'PUT',
		path: `/api/v1/monitors/${id}`,
		query: {},
		headers: HEADERS,
		body: {
			name: 'Checkout',
			frequencySeconds: 31,
			enabled: false,
			regions: ['us-east'],
			managedBy: 'TERRAFORM',
			environmentId: nameless(store().environments),
			assertions: [{ config: { type: 'ssl_expiry', minDaysRemaining: 14 }, severity: 'warn' }],
			auth: { type: 'bearer', vaultSecretId: nameless(store().secrets) },
			incidentPolicy: {
				triggerRules: [
					{ type: 'consecutive_failures', count: 2, scope: 'any_region', severity: 'down' },
				],
				confirmation: { type: 'multi_region', minRegionsFailing: 1, maxWaitSeconds: 60 },
				recovery: { consecutiveSuccesses: 2, minRegionsPassing: 1, cooldownMinutes: 5 },
			},
			alertChannelIds: [channel],
			tags: { tagIds: [nameless(store().tags)], newTags: [{ name: 'web' }] },
		},
	});
	expect(items).toEqual([{ json: recordOf(on, 'Checkout'), pairedItem: { item: 0 } }]);
});

it('looks at the configuration before it changes a part of it', async () => {
	const stored = checkout();
	stored.config = { url: 'https://old.example', method: 'HEAD', customHeaders: { A: 'b' } };
	const fields = { url: 'https://new.example', requestBody: 'x', verifyTls: false };
	const { error } = await on.run(update(fields, { type: 'HTTP' }));
	expect(error).toBeUndefined();
	const request = { path: `/api/v1/monitors/${stored.id}`, query: {} };
	const config = {
		url: 'https://new.example',
		method: 'HEAD',
		customHeaders: { A: 'b' },
		requestBody: 'x',
		verifyTls: false,
	};
	expect(on.requests().map(comparable)).toEqual([
		{ ...request, method: 'GET', headers: READ_HEADERS, body: undefined },
		{ ...request, method: 'PUT', headers: HEADERS, body: { config } },
	]);
	expect(checkout().config).toEqual(config);
});

it('refuses a monitor of another type', async () => {
	const fields = { host: 'db.example', port: 5432 };
	const { error } = await on.run(update(fields, { type: 'TCP' }));
	expect(error?.message).toBe(
		`Monitor "Checkout page" is of the type HTTP, and 'Type' is TCP (item 0)`,
	);
	expect(methods()).toEqual(['GET']);
});

it('does not send what belongs to another type', async () => {
	await on.run(update({ name: 'Other', port: 1, hostname: 'x' }));
	expect(on.theRequest().body).toEqual({ name: 'Other' });
});

it('empties what is to be empty', async () => {
	const clearFields = ['alertChannelIds', 'assertions', 'auth', 'environmentId'];
	const { items } = await on.run(update({ clearFields }));
	expect(on.theRequest().body).toEqual({
		alertChannelIds: [],
		assertions: [],
		clearAuth: true,
		clearEnvironmentId: true,
	});
	expect(items[0].json.environment).toBeNull();
});

it("gives the vendor's own object without Simplify", async () => {
	const { items } = await on.run(update({ frequencySeconds: 300 }, { simplify: false }));
	expect(items[0].json).toEqual(checkout());
});

it('does it again when the answer is lost', async () => {
	on.sandbox.fault('devHelm', { method: 'PUT', drop: 'after' });
	const { error } = await on.run(update({ frequencySeconds: 300 }));
	expect(error).toBeUndefined();
	expect(methods()).toEqual(['PUT', 'PUT']);
	expect(checkout().frequencySeconds).toBe(300);
});

it('names a monitor that is not there', async () => {
	const { error } = await on.run(update({ name: 'x' }, { monitorId: byId(NOT_THERE) }));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "DevHelm refused 'Update monitor' (item 0): Monitor not found",
	});
});

it('names what the plan does not allow', async () => {
	const body = { message: 'frequencySeconds is below the limit of your plan' };
	on.sandbox.fault('devHelm', { method: 'PUT', status: 400, body });
	const { error } = await on.run(update({ frequencySeconds: 10 }));
	expect(error?.description).toContain('The plan of this DevHelm account allows no more');
});

it.each<[IDataObject, IDataObject, string]>([
	[{}, {}, "Nothing to update: 'Update Fields' is empty (item 0)"],
	[{ url: 'https://a.example' }, {}, "Nothing to update: 'Update Fields' is empty (item 0)"],
	[{ name: 'x' }, { type: 'FTP' }, `'Type' cannot be "FTP" (item 0)`],
	[
		{ clearFields: ['assertions'], assertions: { values: [{ assertion: 'tcp_connects' }] } },
		{},
		"'Assertions' is also chosen under 'Clear Fields' (item 0)",
	],
	[{ frequencySeconds: 86_401 }, {}, "'Check Every (Seconds)' cannot be 86401 (item 0)"],
	[{ port: 70_000 }, { type: 'TCP' }, "'Port' cannot be 70000 (item 0)"],
])('refuses %j with %j before any request', async (fields, more, message) => {
	const { error } = await on.run(update(fields, more));
	expect(error?.message).toBe(message);
	expect(on.requests()).toEqual([]);
});
