const KEYS = [
	'provider',
	'id',
	'number',
	'title',
	'status',
	'severity',
	'url',
	'service',
	'assignees',
	'actor',
	'createdAt',
	'updatedAt',
	'vendorStatus',
	'vendorSeverity',
];
export const TITLE = 'Checkout answers 502';
export const createdAt = '2026-04-15T12:00:00Z';
export const updatedAt = '2026-04-15T13:00:00Z';
/** What every vendor says of the same incident. */
export const whole = {
	title: TITLE,
	severity: 'critical',
	service: 'Checkout',
	createdAt,
	updatedAt,
};

interface RecordCase {
	/** One incident as the vendor has it, read. */
	record: object;
	expected: object;
	/** What comes out when the vendor says nothing. */
	empty: Array<[string, object]>;
}

/** Holds that one incident comes out with the same keys from every vendor, and null for what it does not say. */
export function holdsRecord({ record, expected, empty }: RecordCase): void {
	it('one incident comes out as from every vendor', () => {
		expect(record).toEqual(expected);
		expect(Object.keys(record)).toEqual(KEYS);
	});

	it.each(empty)('%s: nothing known is null, never an empty text', (_, nothing) => {
		const { provider, ...rest } = nothing as { provider: unknown };
		expect(provider).toMatch(/^\w+$/);
		expect(Object.keys(nothing)).toEqual(KEYS);
		expect(new Set(Object.values(rest))).toEqual(new Set([null]));
	});
}
