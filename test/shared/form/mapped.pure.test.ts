import { convertMapped } from '../../../nodes/shared/form/mapped';

const fields = (value: unknown, schema: unknown = []) =>
	convertMapped({ mappingMode: 'defineBelow', value, schema }, 'Europe/Paris');
const field = (type: string, options?: string[]) => [
	{ id: 'f', type, options: options?.map((value) => ({ name: value, value })) },
];

it.each([
	['number', '12.5', 12.5],
	['number', 0, 0],
	['boolean', 'false', false],
	['boolean', false, false],
	['string', 'Ärger', 'Ärger'],
	['string', 7, 7],
	['array', '["a"]', ['a']],
	['array', ['a', 'b'], ['a', 'b']],
	['dateTime', '2026-07-01T12:00:00', '2026-07-01T10:00:00Z'],
	['dateTime', '2026-07-01T12:00:00.5Z', '2026-07-01T12:00:00.5Z'],
])('%s: %j becomes %j', (type, given, expected) =>
	expect(fields({ f: given }, field(type))).toEqual({ values: { f: expected } }),
);

it('takes what stands in the list of options, and nothing else', () => {
	expect(fields({ f: 'a' }, field('options', ['a', 'b']))).toEqual({ values: { f: 'a' } });
	expect(fields({ f: 'c' }, field('options', ['a', 'b'])).complaint).toContain(
		"'f' expects one of the following values: [a, b]",
	);
});

it.each([
	['number', 'many'],
	['boolean', 'perhaps'],
	['dateTime', 'tomorrow'],
])('complains about a %s that is none', (type, given) => {
	const { values, complaint } = fields({ f: given }, field(type));
	expect(values).toEqual({});
	expect(complaint).toContain("'f' expects");
});

it.each([[['a', 'b']], ['a, b'], ['["a", "b"]']])('takes %j for a list', (given) =>
	expect(fields({ f: given }, field('array'))).toEqual({ values: { f: ['a', 'b'] } }),
);

it.each([[NaN], [new Date('soon')], [() => 1], [Symbol('x')], [[NaN]]])(
	'refuses %p, which JSON cannot hold, whatever the kind of the field',
	(given) => {
		for (const type of ['string', 'array', 'object', undefined]) {
			if (Array.isArray(given) && type !== 'array') continue;
			expect(fields({ f: given }, type ? field(type) : []).complaint).toContain("'f' cannot be");
		}
	},
);

it.each(['number', 'boolean', 'string', 'array', 'dateTime'])(
	'leaves out an empty list for a %s, which is neither 0 nor false',
	(type) => expect(fields({ f: [] }, field(type))).toEqual({ values: {} }),
);

it('shows the beginning of a long value alone', () => {
	const { complaint } = fields({ f: 'x'.repeat(100_000) }, field('number'));
	expect(complaint).toMatch(/^'f' expects a number but we got 'x+…$/);
	expect(complaint).toHaveLength(301);
});

it('leaves out what is unset, and passes on what it does not know', () =>
	expect(fields({ a: null, b: '', c: undefined, d: 'kept' })).toEqual({ values: { d: 'kept' } }));

it.each([[undefined], [null], ['text'], [[1]]])('is empty for %j', (filled) =>
	expect(convertMapped(filled, 'UTC')).toEqual({ values: {} }),
);
