import { tryToParseDateTime } from 'n8n-workflow';

import {
	beginningOf,
	cut,
	lengthOf,
	wholeCharacters,
} from '../../../nodes/shared/ground/characters';
import { toDate } from '../../../nodes/shared/form/dates';
import { isForAgent, isNothing, isWordForNothing } from '../../../nodes/shared/form/nothing';
import { entriesOf, listed, shown } from '../../../nodes/shared/form/given';
import { Remarks } from '../../../nodes/shared/run/remarks';

describe('characters', () => {
	it.each([
		['', 0],
		['abc', 3],
		['🚨🚨', 2],
		['\uD83D', 1],
	])('of %j are %d', (text, count) => expect(lengthOf(text)).toBe(count));

	it.each([
		['abc', 3, 'abc'],
		['abcd', 3, 'abc'],
		['🚨🚨🚨', 2, '🚨🚨'],
		['a🚨b', 2, 'a🚨'],
		['🚨', 0, ''],
	])('of %j the first %d are %j', (text, most, expected) =>
		expect(beginningOf(text, most)).toBe(expected),
	);

	it('are cut with a sign', () => {
		expect(cut('🚨🚨', 2)).toBe('🚨🚨');
		expect(cut('🚨🚨🚨', 2)).toBe('🚨🚨…');
	});

	it('that are halves are replaced, in names too, and whole ones are left alone', () => {
		const whole = { a: ['🚨', { b: 'c' }], d: new Date(0), e: 0, f: null };
		expect(wholeCharacters(whole)).toBe(whole);
		expect(wholeCharacters({ 'k\uD83D': ['\uDEA8🚨', { x: '\uD83D' }], d: whole.d })).toEqual({
			'k\uFFFD': ['\uFFFD🚨', { x: '\uFFFD' }],
			d: whole.d,
		});
	});
});

describe('dates', () => {
	it.each([
		[99_999_999, undefined],
		[100_000_000, '1973-03-03T09:46:40.000Z'],
		[99_999_999_999, '5138-11-16T09:46:39.000Z'],
		[100_000_000_000, '1973-03-03T09:46:40.000Z'],
		[99_999_999_999_999, '5138-11-16T09:46:39.999Z'],
		[100_000_000_000_000, undefined],
		[1776254400.5, '2026-04-15T12:00:00.500Z'],
		[1776254400n, '2026-04-15T12:00:00.000Z'],
		[-1776254400, undefined],
		[NaN, undefined],
		[Infinity, undefined],
		['1776254400', '2026-04-15T12:00:00.000Z'],
		[true, undefined],
		[null, undefined],
		[[], undefined],
	])('%p is %s', (value, expected) => expect(toDate(value, 'UTC')).toBe(expected));

	it('a date object of n8n is a moment, in whatever zone', () => {
		const tokyo = tryToParseDateTime('2026-04-15T21:00:00', 'Asia/Tokyo');
		expect(toDate(tokyo, 'Europe/Paris')).toBe('2026-04-15T12:00:00.000Z');
		expect(shown(tokyo)).toBe('"2026-04-15T21:00:00.000+09:00"');
	});

	it('a date object without a moment is none, and is shown as what it is', () => {
		expect(toDate(new Date('soon'), 'UTC')).toBeUndefined();
		expect(shown(new Date('soon'))).toBe('"Invalid Date"');
	});
});

describe('nothing', () => {
	it.each([
		[undefined],
		[null],
		[''],
		[' \n'],
		['[]'],
		['{}'],
		[[]],
		[['', null, []]],
		[{}],
		[{ values: [{ id: { __rl: true, mode: 'id', value: '' } }] }],
	])('is %j', (value) => expect(isNothing(value)).toBe(true));

	it.each([[0], [false], ['0'], ['null'], [new Date('soon')], [['', 0]], [{ a: false }], [NaN]])(
		'is not %p',
		(value) => expect(isNothing(value)).toBe(false),
	);

	it.each(['null', 'NULL', ' undefined ', 'None', 'nil', 'NaN', 'n/a', '[object Object]', '{}'])(
		'has the word %j',
		(word) => expect(isWordForNothing(word)).toBe(true),
	);

	it.each(['nullable', 'none of them', 'undefined-1', '', '0', 'Nan-Jing'])(
		'has not the word %j',
		(word) => expect(isWordForNothing(word)).toBe(false),
	);

	it.each([
		["={{ $fromAI('statuses') }}", true],
		[{ values: [{ id: { value: '={{ /*n8n-auto-generated*/ $fromAI("id", ``) }}' } }] }, true],
		['={{ $json.fromAI }}', false],
		[undefined, false],
	])('%j may be left to an agent: %s', (stored, expected) =>
		expect(isForAgent(stored)).toBe(expected),
	);
});

describe('lists', () => {
	it.each<[unknown, unknown[]]>([
		['a, b', ['a', 'b']],
		['["a", "b, c"]', ['a', 'b, c']],
		[
			['a', ['b', ['c, d']]],
			['a', 'b', 'c, d'],
		],
		['["a", null, ""]', ['a']],
		[7, [7]],
		['[not JSON', ['[not JSON']],
		['', []],
		[undefined, []],
	])('%j is %j', (value, expected) => expect(listed(value)).toEqual(expected));

	it('keep their holes where these matter', () => {
		expect(entriesOf('["a", null]')).toEqual(['a', '']);
		expect(entriesOf(['a', undefined])).toEqual(['a', '']);
		// A comma too many is no entry that somebody meant.
		expect(entriesOf('a, ,b,')).toEqual(['a', 'b']);
	});
});

describe('what is shown of a value', () => {
	const round: { [name: string]: unknown } = {};
	round.self = round;
	it.each<[unknown, string]>([
		['text', '"text"'],
		['x'.repeat(81), `"${'x'.repeat(80)}…"`],
		['🚨'.repeat(80), `"${'🚨'.repeat(80)}"`],
		[{ a: 1 }, '{"a":1}'],
		[[1], '[1]'],
		['[1]', '"[1]"'],
		[NaN, '"NaN"'],
		[null, '"null"'],
		[round, '"an object"'],
	])('%# is %s', (value, expected) => expect(shown(value)).toBe(expected));
});

it('a remark is made once, with the items that it is about', () => {
	const remarks = new Remarks();
	for (const item of [3, 3]) remarks.add('One', item);
	for (let item = 0; item < 22; item++) remarks.add('Many', item);
	const first = Array.from({ length: 20 }, (_, item) => item).join(', ');
	expect(remarks.texts).toEqual([
		'One (item 3, counted from 0)',
		`Many (items ${first} and 2 more, counted from 0)`,
	]);
});
