import type { IDataObject } from 'n8n-workflow';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { byId, suite } from '../../support/suite';
import {
	about,
	BODY_HEADERS,
	component,
	incident,
	methods,
	NOT_THERE,
	pathTo,
	recordOf,
	rows,
} from '../statusPages';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

const update = (updateFields: IDataObject, fields: IDataObject = {}, title?: string) =>
	about('update', incident(on, title), { updateFields, ...fields });

it('carries every field', async () => {
	const one = incident(on);
	const { items } = await on.run(
		update(
			{
				affectedComponents: rows([component(on), 'PARTIAL_OUTAGE']),
				impact: 'CRITICAL',
				postmortemBody: '# Ursache „Zertifikat“',
				postmortemUrl: 'https://example.com/pm/41',
				status: 'MONITORING',
				title: ' Kartenzahlung fällt aus 🚨 ',
			},
			{ options: { reopenIfResolved: true } },
		),
	);
	expect(on.theRequest()).toEqual({
		method: 'PUT',
		path: pathTo(one),
		query: {},
		headers: BODY_HEADERS,
		body: {
			title: 'Kartenzahlung fällt aus 🚨',
			status: 'MONITORING',
			impact: 'CRITICAL',
			affectedComponents: [{ componentId: component(on).id, status: 'PARTIAL_OUTAGE' }],
			postmortemBody: '# Ursache „Zertifikat“',
			postmortemUrl: 'https://example.com/pm/41',
		},
	});
	expect(items).toEqual([{ json: recordOf(on, one.id), pairedItem: { item: 0 } }]);
	expect(items[0].json).toMatchObject({ severity: 'critical', service: 'Website' });
});

it('sends only what is changed, and keeps the rest', async () => {
	const { items } = await on.run(update({ impact: 'NONE', title: '' }, { simplify: false }));
	expect(on.theRequest().body).toEqual({ impact: 'NONE' });
	expect(items[0].json).toMatchObject({
		title: 'Card payments fail',
		status: 'IDENTIFIED',
		impact: 'NONE',
		updates: [expect.anything()],
	});
});

it('clears what it is told to clear', async () => {
	const one = incident(on);
	Object.assign(one, { postmortemBody: 'Old', postmortemUrl: 'https://example.com/old' });
	const { error } = await on.run(update({ clearFields: ['postmortemBody', 'postmortemUrl'] }));
	expect(error).toBeUndefined();
	expect(on.theRequest().body).toEqual({ postmortemBody: '', postmortemUrl: '' });
	expect(one).toMatchObject({ postmortemBody: null, postmortemUrl: null });
});

it('lets Extra Fields win, and clear as well', async () => {
	await on.run(update({ impact: 'MINOR', extraFields: { impact: 'NONE', postmortemBody: '' } }));
	expect(on.theRequest().body).toEqual({ impact: 'NONE', postmortemBody: '' });
});

describe('a resolved incident', () => {
	it('is not opened again by a status', async () => {
		const { error } = await on.run(update({ status: 'MONITORING' }, {}, 'Slow pages'));
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message:
				'Incident "Slow pages" is resolved, and the status MONITORING would open it again for customers (item 0)',
		});
		expect(error?.description).toContain("switch on 'Reopen If Resolved'");
		expect(methods(on)).toEqual(['GET']);
	});

	it('is not opened by Extra Fields either', async () => {
		const { error } = await on.run(
			update({ extraFields: '{ "status": "INVESTIGATING" }' }, {}, 'Slow pages'),
		);
		expect(error?.message).toContain('the status INVESTIGATING would open it again');
		expect(methods(on)).toEqual(['GET']);
	});

	it('is opened when that is asked for', async () => {
		const { items } = await on.run(
			update({ status: 'MONITORING' }, { options: { reopenIfResolved: true } }, 'Slow pages'),
		);
		expect(items[0].json).toMatchObject({ vendorStatus: 'MONITORING' });
		expect(methods(on)).toEqual(['PUT']);
	});

	it.each<[IDataObject]>([[{ postmortemBody: 'What we learnt' }], [{ status: 'RESOLVED' }]])(
		'takes %j without a look',
		async (fields) => {
			const { items } = await on.run(update(fields, {}, 'Slow pages'));
			expect(items[0].json).toMatchObject({ status: 'resolved' });
			expect(methods(on)).toEqual(['PUT']);
		},
	);
});

it('changes the status of an open one after a look', async () => {
	const { items } = await on.run(update({ status: 'MONITORING' }));
	expect(items[0].json).toMatchObject({ vendorStatus: 'MONITORING' });
	expect(methods(on)).toEqual(['GET', 'PUT']);
});

it.each([{ drop: 'after' as const }, { status: 503 }])('is sent again after %j', async (fault) => {
	on.sandbox.fault('devHelm', { method: 'PUT', ...fault });
	const { items, error } = await on.run(update({ impact: 'MINOR' }));
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ vendorSeverity: 'MINOR' });
	expect(methods(on)).toEqual(['PUT', 'PUT']);
});

it.each<[IDataObject, string, string]>([
	[{}, "Nothing to update: 'Update Fields' is empty", 'Add at least one field'],
	[{ title: '={{ "" }}' }, "Nothing to update: 'Update Fields' is empty", 'expressions'],
	[
		{ title: 'x'.repeat(501) },
		"'Title' has 501 characters, and DevHelm takes 500 at most",
		'Shorten it.',
	],
	[
		{ postmortemUrl: `https://example.com/${'x'.repeat(2029)}` },
		"'Postmortem URL' has 2,049 characters",
		'Shorten it.',
	],
	[{ postmortemUrl: 'example.com' }, `'Postmortem URL' is no web address: "example.com"`, 'https'],
	[
		{ postmortemBody: 'New', clearFields: ['postmortemBody'] },
		"'Postmortem' is also chosen under 'Clear Fields'",
		'not both',
	],
	[{ status: '={{ "CLOSED" }}' }, `'Status' cannot be "CLOSED"`, 'RESOLVED'],
	[{ extraFields: '{ nope' }, "'Extra Fields (JSON)' is not valid JSON", 'double quotes'],
])('refuses %j before any request', async (fields, message, description) => {
	const { error } = await on.run(update(fields));
	expect(error?.message).toContain(message);
	expect(error?.description).toContain(description);
	expect(on.requests()).toHaveLength(0);
});

it('takes a title and an address of just the length', async () => {
	const postmortemUrl = `https://example.com/${'x'.repeat(2028)}`;
	const { error } = await on.run(update({ title: 'ü'.repeat(500), postmortemUrl }));
	expect(error).toBeUndefined();
	expect(postmortemUrl).toHaveLength(2048);
});

it('names an incident that is not there', async () => {
	const { error } = await on.run(
		update({ impact: 'NONE' }, { statusPageIncidentId: byId(NOT_THERE) }),
	);
	expect(error).toMatchObject({
		httpCode: '404',
		message:
			"DevHelm refused 'Update status page incident' (item 0): Status page incident not found",
	});
});
