import type { IDataObject } from 'n8n-workflow';

import type { RecordedRequest } from '../../../sandbox';
import { suite } from '../../../support/suite';
import { VENDORS } from '../../../support/vendorCases';

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

describe.each(VENDORS.filter(({ dates }) => dates.length))(
	'$name',
	({ vendor, credential, node, dates, ...one }) => {
		const on = suite(vendor, credential, node);
		const more = () => one.more(on);

		describe.each(dates)('$name', (field) => {
			const parameters = (date: string) => field.parameters(on.sandbox, date);
			const sent = ({ query, body }: RecordedRequest) =>
				field.sent({ query: query as IDataObject, body: body as IDataObject });

			it.each(KINDS)('takes %s', async (_, date) => {
				const { error } = await on.run(parameters(date), more());
				expect(error).toBeUndefined();
				const [request] = on.requests().slice(-1);
				expect(String(sent(request)).replace('.000Z', 'Z')).toBe(field.day ?? MOMENT);
			});

			it('takes $now', async () => {
				const before = Date.now();
				const { error } = await on.run(parameters('={{ $now.minus({ hours: 1 }) }}'), more());
				expect(error).toBeUndefined();
				const at = Date.parse(String(sent(on.requests().slice(-1)[0]))) + 3_600_000;
				const roundedMs = field.day ? 86_400_000 : 0;
				expect(at).toBeGreaterThanOrEqual(before - roundedMs);
				expect(at).toBeLessThanOrEqual(Date.now() + roundedMs);
			});

			it.each([
				['a date of n8n that is none', '={{ DateTime.fromISO("soon") }}', 'Invalid DateTime'],
				['a date of JavaScript that is none', '={{ new Date("soon") }}', 'Invalid Date'],
				['a year', '={{ 2026 }}', '2026'],
				['a word', 'tomorrow', 'tomorrow'],
			])('refuses %s before any request', async (_, date, shown) => {
				const { error } = await on.run(parameters(date), more());
				expect(error?.message).toMatch(/^'.*' .*is no date: /);
				expect(error?.message).toContain(`"${shown}" (item 0)`);
				expect(error?.description).toContain('an n8n date such as $now');
				expect(on.requests()).toEqual([]);
			});
		});
	},
);
