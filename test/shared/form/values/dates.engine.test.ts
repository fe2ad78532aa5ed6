import type { IDataObject } from 'n8n-workflow';

import { byId, suite, type Suite } from '../../../support/suite';
import { VENDORS } from '../../../support/vendorCases';
import { withToken } from '../../../Bleemeo/sandbox';
import { monitor } from '../../../DevHelm/monitors';

/** A field of a form that holds a point in time, and where the request has it. */
interface DateField {
	name: string;
	parameters: (on: Suite, date: string) => IDataObject;
	sent: (request: { query: unknown; body: unknown }) => unknown;
}

const bodyOf = ({ body }: { body: unknown }) => body as IDataObject;
const queryOf = ({ query }: { query: unknown }) => query as IDataObject;

/** At the top, in a collection and in a row, for each vendor that has them. */
const FIELDS: { [vendor: string]: DateField[] } = {
	bleemeo: [
		{
			name: 'Happened At, at the top',
			parameters: (_, happenedAt) => ({
				resource: 'event',
				operation: 'create',
				title: 'One',
				happenedAt,
			}),
			sent: (request) => bodyOf(request).happened_at,
		},
		{
			name: 'Status Changed At, in a collection',
			parameters: (_, statusChangedAt) => ({
				resource: 'event',
				operation: 'create',
				title: 'One',
				additionalFields: { statusChangedAt },
			}),
			sent: (request) => bodyOf(request).status_changed_at,
		},
	],
	devHelm: [
		{
			name: 'Starts At, at the top',
			parameters: (on, startsAt) => ({
				resource: 'maintenanceWindow',
				operation: 'create',
				appliesTo: 'monitor',
				monitorId: byId(monitor(on, 'Checkout page').id),
				startsAt,
				endsAt: '2099-01-01T00:00:00Z',
			}),
			sent: (request) => bodyOf(request).startsAt,
		},
		{
			name: 'Started From, a filter',
			parameters: (_, startedFrom) => ({
				resource: 'incident',
				operation: 'getAll',
				filters: { startedFrom },
			}),
			sent: (request) => queryOf(request).startedFrom,
		},
	],
	devRev: [
		{
			name: 'Identified Date, in a collection',
			parameters: (_, identifiedDate) => ({
				resource: 'incident',
				operation: 'create',
				title: 'One',
				additionalFields: { identifiedDate },
			}),
			sent: (request) => bodyOf(request).identified_date,
		},
		{
			name: 'After, in a row of a filter',
			parameters: (_, after) => ({
				resource: 'incident',
				operation: 'getAll',
				filters: { createdDate: { values: { period: 'range', after } } },
			}),
			sent: (request) => (bodyOf(request).created_date as IDataObject).after,
		},
	],
	pagerDuty: [
		{
			name: 'Created Before, a filter',
			parameters: (_, until) => ({
				resource: 'incident',
				operation: 'getAll',
				filters: { until },
			}),
			sent: (request) => queryOf(request).until,
		},
	],
};

const MOMENT = '2026-04-15T12:00:00Z';
/** One moment in every kind in which n8n and people give one. */
const KINDS: Array<[string, string]> = [
	['ISO text', '2026-04-15T12:00:00Z'],
	['a date of n8n', `={{ DateTime.fromISO("${MOMENT}") }}`],
	['a date of n8n in another zone', `={{ DateTime.fromISO("${MOMENT}").setZone("Asia/Tokyo") }}`],
	['a date of JavaScript', `={{ new Date("${MOMENT}") }}`],
	['milliseconds since 1970', '={{ 1776254400000 }}'],
	['seconds since 1970', '={{ 1776254400 }}'],
	['seconds as text', '1776254400'],
];

describe.each(VENDORS)('$name', ({ vendor, credential, node }) => {
	const on = suite(vendor, credential, node);
	const more = () => (vendor === 'bleemeo' ? withToken(on) : {});

	describe.each(FIELDS[vendor])('$name', ({ parameters, sent }) => {
		it.each(KINDS)('takes %s', async (_, date) => {
			const { error } = await on.run(parameters(on, date), more());
			expect(error).toBeUndefined();
			const [request] = on.requests().slice(-1);
			expect(String(sent(request)).replace('.000Z', 'Z')).toBe(MOMENT);
		});

		it('takes $now', async () => {
			const before = Date.now();
			const { error } = await on.run(parameters(on, '={{ $now.minus({ hours: 1 }) }}'), more());
			expect(error).toBeUndefined();
			const at = Date.parse(String(sent(on.requests().slice(-1)[0]))) + 3_600_000;
			expect(at).toBeGreaterThanOrEqual(before);
			expect(at).toBeLessThanOrEqual(Date.now());
		});

		it.each([
			['a date of n8n that is none', '={{ DateTime.fromISO("soon") }}', 'Invalid DateTime'],
			['a date of JavaScript that is none', '={{ new Date("soon") }}', 'Invalid Date'],
			['a year', '={{ 2026 }}', '2026'],
			['a word', 'tomorrow', 'tomorrow'],
		])('refuses %s before any request', async (_, date, shown) => {
			const { error } = await on.run(parameters(on, date), more());
			expect(error?.message).toMatch(/^'.*' .*is no date: /);
			expect(error?.message).toContain(`"${shown}" (item 0)`);
			expect(error?.description).toContain('an n8n date such as $now');
			expect(on.requests()).toEqual([]);
		});
	});
});
