import type { FaultRule } from '../../sandbox';
import { suite } from '../../support/suite';
import { VENDORS } from '../../support/vendorCases';

const json = { contentType: 'application/json' };
const words = [
	'limit ',
	'plan ',
	'quota limit ',
	'routing key ',
	"'a.",
	'/',
	'<',
	'\\u0041',
	'%41',
	'a',
];

/** What takes long to read, or breaks the reader, where it is read without care. */
const HOSTILE: Array<[string, FaultRule]> = [
	['a page of <', { status: 502, contentType: 'text/html', body: '<'.repeat(1_500_000) }],
	['a page of <script', { status: 502, contentType: 'text/html', body: '<script'.repeat(200_000) }],
	[
		'JSON of a great depth',
		{ status: 400, ...json, body: '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000) },
	],
	[
		'lists of a great depth',
		{ status: 400, ...json, body: '['.repeat(50_000) + ']'.repeat(50_000) },
	],
	[
		'many fields',
		{
			status: 400,
			body: Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`f${n}`, ['no']])),
		},
	],
	...words.map((word): [string, FaultRule] => [
		`a long text of "${word}"`,
		{
			status: 400,
			body: {
				message: word.repeat(1_000_000 / word.length),
				error: { message: word.repeat(1_000_000 / word.length), errors: [word.repeat(20_000)] },
				errors: [word.repeat(20_000), { field: word.repeat(20_000), message: word.repeat(20_000) }],
				detail: word.repeat(20_000),
			},
		},
	]),
	['null', { status: 400, ...json, body: 'null' }],
	['a number', { status: 500, ...json, body: '7' }],
];

describe.each(VENDORS.map((one) => [one.name, one] as const))('%s', (name, one) => {
	const on = suite(one.vendor, one.credential, one.node);

	// Read in quadratic time, each of them would run out of the test's own.
	it.each(HOSTILE)('a refusal is read, however it is written: %s', async (_, rule) => {
		await on.run(one.create(on));
		on.sandbox.fault(one.vendor, { method: 'POST', path: one.createPath, ...rule, status: 400 });
		const { error } = await on.run(one.create(on));
		expect(error?.message).toContain(`${name} refused`);
		expect(error?.message.length).toBeLessThan(2_500);
		expect(JSON.stringify(error?.description).length).toBeLessThan(4_000);
	});
});

describe.each(VENDORS.map((one) => [one.name, one] as const))('%s behind a proxy', (name, one) => {
	const on = suite(one.vendor, one.credential, one.node);

	it('a proxy that wants a sign-in is named', async () => {
		on.sandbox.fault(one.vendor, { method: 'POST', path: one.createPath, gateway: 407 });
		const { error } = await on.run(one.create(on));
		expect(error?.message).toContain(`A proxy between this n8n and ${name} refused`);
		expect(error?.description).toContain(
			'The proxy wants a sign-in: check the proxy settings of this n8n.',
		);
		expect(error?.description).not.toContain('Correct the values');
	});

	it('a page in place of a refusal is not the vendor speaking', async () => {
		on.sandbox.fault(one.vendor, { method: 'POST', path: one.createPath, gateway: 403 });
		const { error } = await on.run(one.create(on));
		expect(error?.message).toContain('Access denied by policy');
		expect(error?.description).toContain('not from');
		expect(error?.description).not.toContain('lacks the right');
	});
});
