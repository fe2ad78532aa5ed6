import type { INodeProperties } from 'n8n-workflow';

import {
	dateTime,
	extraFields,
	locator,
	locatorList,
	type IdKind,
} from '../../../nodes/shared/form/fields';
import { FormIssue } from '../../../nodes/shared/ground/failures';
import { Parameters } from '../../../nodes/shared/form/parameters';

const KIND: IdKind = {
	noun: 'thing',
	search: 'searchThings',
	id: { regex: '[A-Z]\\d+', example: 'T1' },
	url: {
		regex: '^https://example\\.com/things/([A-Z]\\d+)',
		example: 'https://example.com/things/T1',
	},
	addresses: {
		vendor: 'Example',
		domain: 'example',
		pages: [{ noun: 'thing', path: /^\/things\/([A-Z]\d+)/ }],
	},
};

const plain = (name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: `The ${name}`,
	name,
	type: 'string',
	default: '',
	...more,
});

const color = plain('color', {
	type: 'options',
	options: [
		{ name: 'Red', value: 1 },
		{ name: 'Blue', value: 0 },
	],
});

const FORM: INodeProperties[] = [
	plain('text'),
	plain('needed', { required: true }),
	color,
	plain('loaded', { type: 'options', typeOptions: { loadOptionsMethod: 'x' } }),
	dateTime({ displayName: 'When', name: 'when' }),
	locator(KIND, { displayName: 'Thing', name: 'thingId' }),
	locatorList(KIND, { displayName: 'Things', name: 'thingIds', rowName: 'thingId' }),
	extraFields,
	{
		displayName: 'More',
		name: 'more',
		type: 'collection',
		default: {},
		options: [plain('inner')],
	},
];

function reader(values: { [name: string]: unknown }, timezone = 'UTC'): Parameters {
	return new Parameters({ properties: FORM, timezone, get: (name) => values[name] });
}

/** What a refused value says. */
function complaint(read: () => unknown): string {
	try {
		return `read ${JSON.stringify(read())}`;
	} catch (error) {
		return error instanceof FormIssue ? `${error.message} | ${error.hint}` : String(error);
	}
}

const locators = (mode: string, value: unknown) => ({ __rl: true, mode, value });

describe('text', () => {
	it.each([
		['  a b ', 'a b'],
		[0, '0'],
		['', undefined],
		['  ', undefined],
		[null, undefined],
		[undefined, undefined],
		['🚨 ü', '🚨 ü'],
	])('%j is %j', (value, expected) => expect(reader({ text: value }).text('text')).toBe(expected));

	it('refuses an object', () =>
		expect(complaint(() => reader({ text: {} }).text('text'))).toBe(
			"'The text' must be text, not an object | Type a text, or make the expression give one.",
		));

	it('refuses an empty required field', () =>
		expect(complaint(() => reader({ needed: ' ' }).text('needed'))).toMatch(
			/^'The needed' is empty \| Fill it in/,
		));
});

describe('numbers and switches', () => {
	it.each([
		['7', 7],
		[0, 0],
		[-3, -3],
		[undefined, undefined],
	])('integer %j is %j', (value, expected) =>
		expect(reader({ text: value }).integer('text')).toBe(expected),
	);

	it.each(['x', 1.5, '1.5', true, Infinity, {}])('integer refuses %j', (value) =>
		expect(complaint(() => reader({ text: value }).integer('text'))).toContain(
			'must be a whole number',
		),
	);

	it.each([
		[false, false],
		['false', false],
		['true', true],
		[undefined, undefined],
	])('boolean %j is %j', (value, expected) =>
		expect(reader({ text: value }).boolean('text')).toBe(expected),
	);

	it('boolean refuses a word', () =>
		expect(complaint(() => reader({ text: 'yes' }).boolean('text'))).toContain(
			'must be true or false',
		));
});

describe('options', () => {
	it.each([
		[1, 1],
		[0, 0],
		['0', 0],
		['red', 1],
		[undefined, undefined],
	])('%j is %j', (value, expected) =>
		expect(reader({ color: value }).option('color')).toBe(expected),
	);

	it('names what is allowed', () =>
		expect(complaint(() => reader({ color: 'Green' }).option('color'))).toBe(
			`'The color' cannot be "Green" | Use one of: Red, Blue.`,
		));

	it('takes any value of a list that the vendor defines', () =>
		expect(reader({ loaded: 'P1' }).option('loaded')).toBe('P1'));

	it('takes several, as a list or with commas', () => {
		expect(reader({ color: ['Red', 0] }).options('color')).toEqual([1, 0]);
		expect(reader({ color: 'blue, red' }).options('color')).toEqual([0, 1]);
		expect(reader({}).options('color')).toEqual([]);
	});
});

describe('dates', () => {
	it.each([
		['2026-04-15T12:00:00Z', 'UTC', '2026-04-15T12:00:00Z'],
		['2026-04-15T12:00:00.123456Z', 'UTC', '2026-04-15T12:00:00.123456Z'],
		['2026-04-15T12:00:00+02:00', 'UTC', '2026-04-15T10:00:00Z'],
		['2026-04-15T12:00:00', 'Europe/Paris', '2026-04-15T10:00:00Z'],
		['2026-12-15 12:00:00', 'Europe/Paris', '2026-12-15T11:00:00Z'],
		['2026-04-15', 'Europe/Paris', '2026-04-14T22:00:00Z'],
		[new Date(0), 'UTC', '1970-01-01T00:00:00.000Z'],
	])('%s in %s is %s', (value, zone, expected) =>
		expect(reader({ when: value }, zone).date('when')).toBe(expected),
	);

	it.each([
		'tomorrow',
		'15/04/2026',
		'2026-02-30T00:00:00Z',
		'2026-13-01',
		20260415,
		1e15,
		{},
		'2026',
	])('refuses %j', (value) =>
		expect(complaint(() => reader({ when: value }).date('when'))).toMatch(
			/^'When' is no date: .* \| Use a date and time such as/,
		),
	);

	it('is unset when empty', () => expect(reader({ when: '' }).date('when')).toBeUndefined());
});

describe('IDs', () => {
	it.each([
		[locators('list', 'T1'), 'T1'],
		[locators('id', ' T1 '), 'T1'],
		[locators('url', 'https://example.com/things/T1?tab=2'), 'T1'],
		[locators('id', 'https://example.com/things/T1'), 'T1'],
		['T1', 'T1'],
		[locators('list', ''), undefined],
		[undefined, undefined],
	])('%j is %j', (value, expected) =>
		expect(reader({ thingId: value }).id('thingId')).toBe(expected),
	);

	it.each(['t1', 'T1 or 1=1', '../T1', locators('id', ['T1'])])('refuses %j', (value) =>
		expect(complaint(() => reader({ thingId: value }).id('thingId'))).toMatch(
			/^'Thing' is not an ID: .* \| An ID of this kind looks like T1\.$/,
		),
	);

	it('refuses the address of something else', () =>
		expect(
			complaint(() =>
				reader({ thingId: locators('url', 'https://example.com/x/T1') }).id('thingId'),
			),
		).toBe(
			`'Thing' is an address without the ID of a thing: "example.com/x/T1" | Paste the address of the thing at Example, or its ID such as T1.`,
		));

	it('gathers a list from rows, commas and lists, each once', () => {
		const values = [locators('list', 'T1'), locators('id', 'T2, T3'), locators('id', ['T3', 'T4'])];
		const rows = values.map((thingId) => ({ thingId }));
		expect(reader({ thingIds: { values: rows } }).ids('thingIds')).toEqual([
			'T1',
			'T2',
			'T3',
			'T4',
		]);
		expect(reader({}).ids('thingIds')).toEqual([]);
	});

	it('names the row that is none', () =>
		expect(
			complaint(() =>
				reader({ thingIds: { values: [{ thingId: locators('id', 'T1,x') }] } }).ids('thingIds'),
			),
		).toContain(`'Thing' is not an ID: "x"`));
});

describe('JSON', () => {
	it.each([
		['{"a": 0}', { a: 0 }],
		[{ a: null }, { a: null }],
		['', undefined],
	])('%j is %j', (value, expected) =>
		expect(reader({ extraFields: value }).json('extraFields')).toEqual(expected),
	);

	it.each([
		['{ nope', "'Extra Fields (JSON)' is not valid JSON: "],
		['[1]', "'Extra Fields (JSON)' must be a JSON object"],
		['"text"', "'Extra Fields (JSON)' must be a JSON object"],
	])('refuses %s', (value, message) =>
		expect(complaint(() => reader({ extraFields: value }).json('extraFields'))).toContain(message),
	);
});

describe('e-mail addresses', () => {
	it('are taken', () => expect(reader({ text: 'a@b.example' }).email('text')).toBe('a@b.example'));

	it.each(['bot', 'a@b', 'a b@c.de', 'Name <a@b.de>'])('%s is refused', (value) =>
		expect(complaint(() => reader({ text: value }).email('text'))).toContain(
			'is no e-mail address',
		),
	);
});

describe('the form', () => {
	it('reads collections with their own declarations', () =>
		expect(
			reader({ more: { inner: 'x' } })
				.group('more')
				.text('inner'),
		).toBe('x'));

	it('refuses to read what it does not declare', () =>
		expect(complaint(() => reader({}).text('undeclared'))).toContain(
			'reads "undeclared" without declaring it',
		));
});
