import type { INodeProperties } from 'n8n-workflow';

import {
	dateTime,
	extraFields,
	locator,
	locatorList,
	mapper,
} from '../../nodes/shared/form/fields';
import type { IdKind } from '../../nodes/shared/form/idKind';
import { FormIssue } from '../../nodes/shared/ground/failures';
import { limited } from '../../nodes/shared/form/limits';
import { Parameters } from '../../nodes/shared/form/parameters';
import { generated } from '../support/generated';
import { KINDS } from '../support/valueKinds';

/** docs/values.md: what each reader of a form makes of each kind of value. */

const THING: IdKind = {
	noun: 'thing',
	search: 'searchThings',
	id: { regex: '[A-Z]\\d+', example: 'T1' },
	addresses: {
		vendor: 'Things',
		domain: 'things',
		pages: [{ noun: 'thing', path: /^\/things\/([A-Z]\d+)/ }],
	},
};

const COLORS = [
	{ name: 'Red', value: 'T1' },
	{ name: 'Blue', value: 'T2' },
	{ name: 'Answer', value: 42 },
];

const plain = (name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: 'Field',
	name,
	type: 'string',
	default: '',
	...more,
});

interface Reader {
	title: string;
	field: INodeProperties;
	read: (parameters: Parameters) => unknown;
	/** The parameter's value from what is given. */
	wrap?: (value: unknown) => unknown;
	choices?: Array<{ name: string; value: unknown }>;
}

const mapped = (type: string): Reader => ({
	title: `A field of a resource mapper, of the kind ${type}`,
	field: mapper({
		displayName: 'Field',
		name: 'field',
		method: 'x',
		field: { singular: 'field', plural: 'fields' },
	}),
	wrap: (value) => ({ value: { f: value }, schema: [{ id: 'f', type }] }),
	read: (parameters) => parameters.mapped('field').f,
});

const READERS: Reader[] = [
	{ title: 'Text', field: plain('field'), read: (parameters) => parameters.text('field') },
	{
		title: 'Text with a limit of 1,024 characters',
		field: limited(plain('field'), { vendor: 'Things', characters: 1024 }),
		read: (parameters) => parameters.text('field'),
	},
	{
		title: "A key of one's own",
		field: plain('field'),
		read: (parameters) => parameters.key('field'),
	},
	{
		title: 'Whole number',
		field: plain('field'),
		read: (parameters) => parameters.integer('field'),
	},
	{ title: 'Switch', field: plain('field'), read: (parameters) => parameters.boolean('field') },
	{
		title: 'One of the options T1 (Red), T2 (Blue), 42 (Answer)',
		field: plain('field', { type: 'options', options: COLORS }),
		read: (parameters) => parameters.option('field'),
	},
	{
		title: 'Several of these options',
		field: plain('field', { type: 'multiOptions', options: COLORS }),
		read: (parameters) => parameters.options('field'),
	},
	{
		title: 'A "Name or ID" whose list was looked up, with these options',
		field: plain('field', { type: 'options', typeOptions: { loadOptionsMethod: 'x' } }),
		choices: COLORS,
		read: (parameters) => parameters.option('field'),
	},
	{
		title: 'Date and time',
		field: dateTime({ displayName: 'Field', name: 'field' }),
		read: (parameters) => parameters.date('field'),
	},
	{
		title: 'E-mail address',
		field: plain('field'),
		read: (parameters) => parameters.email('field'),
	},
	{
		title: 'An object (resource locator)',
		field: locator(THING, { displayName: 'Field', name: 'field' }),
		wrap: (value) => ({ __rl: true, mode: 'id', value }),
		read: (parameters) => parameters.id('field'),
	},
	{
		title: 'An object that has to be given',
		field: locator(THING, { displayName: 'Field', name: 'field', required: true }),
		wrap: (value) => ({ __rl: true, mode: 'id', value }),
		read: (parameters) => parameters.pathId('field'),
	},
	{
		title: 'A list of objects, in its second row (T7 is in the first)',
		field: locatorList(THING, { displayName: 'Field', name: 'field', rowName: 'id' }),
		wrap: (value) => ({ values: [{ id: 'T7' }, { id: { __rl: true, mode: 'id', value } }] }),
		read: (parameters) => parameters.ids('field'),
	},
	{
		title: 'Extra Fields (JSON)',
		field: { ...extraFields, displayName: 'Field', name: 'field' },
		read: (parameters) => parameters.json('field'),
	},
	...['string', 'number', 'boolean', 'dateTime', 'array'].map(mapped),
];

const SHOWN = 160;

/** A value as it stands in a cell of a table. */
function cell(value: unknown): string {
	if (value === undefined) return 'unset';
	const json = JSON.stringify(value, (_, inner: unknown) =>
		typeof inner === 'number' && !Number.isFinite(inner) ? `the number ${inner}` : inner,
	);
	const text = String(json ?? value);
	const short = text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${text.length} places)` : text;
	return code(short);
}

/** Nothing in a table may end its cell or its line, or be half a character. */
const code = (text: string) =>
	`\`\`${text
		.replace(/\|/g, '\\|')
		.replace(/\p{Cc}/gu, '�')
		.replace(/\p{Surrogate}/gu, '�')}\`\``;

function outcome({ field, read, wrap, choices }: Reader, value: unknown): string {
	const notes: string[] = [];
	const given = wrap ? wrap(value) : value;
	const parameters = new Parameters({
		properties: [{ ...field, displayName: 'Field' }],
		timezone: 'Europe/Paris',
		get: () => given,
		stored: () => undefined,
		note: (text) => notes.push(text),
		choices: () => choices,
	});
	try {
		const read_ = cell(read(parameters));
		return notes.length ? `${read_}, with a notice` : read_;
	} catch (failure) {
		// Anything else is a defect.
		expect(failure).toBeInstanceOf(FormIssue);
		return `refused: ${code((failure as FormIssue).message)}`;
	}
}

const table = (reader: Reader) => [
	`## ${reader.title}`,
	'',
	'| given | what comes of it |',
	'|---|---|',
	...KINDS.map(([name, value]) => `| ${name} | ${outcome(reader, value)} |`),
	'',
];

function page(): string {
	return [
		'# Values',
		'',
		'Written by `npm run generate`. What each kind of field makes of what a person types, an expression gives or an agent',
		"fills in. A field whose value is unset is left out of the request. 'Field' stands for the field's label; the item is",
		'named behind the message. The time zone of the workflow is Europe/Paris. Half characters are replaced when the',
		'request is sent. In *Filters*, whatever is unset here is refused as "a filter without a value", unless *Ignore Empty',
		'Filters* is on.',
		'',
		...READERS.flatMap(table),
	].join('\n');
}

it('docs/values.md says what comes of every kind of value: run npm run generate', () => {
	const text = page();
	expect(generated('docs/values.md', text)).toBe(text);
});

const EMPTY: Array<[string, unknown]> = KINDS.filter(([name]) =>
	/^(?:undefined|null|empty text|blank text|empty list)$/.test(name),
);

it.each(EMPTY)(
	'%s in Filters is refused by every reader, or passes where that is allowed',
	(_, value) => {
		for (const reader of READERS.filter(({ title }) => !title.includes('second row'))) {
			const given = reader.wrap && !reader.title.includes('mapper') ? reader.wrap(value) : value;
			const field = { ...reader.field, required: false };
			const inFilters = (options: Array<Partial<INodeProperties>>, chosen: object) =>
				new Parameters({
					properties: [
						plain('filters', { type: 'collection', options: [field] }),
						plain('options', { type: 'collection', options: options as INodeProperties[] }),
					],
					timezone: 'UTC',
					get: (name) => (name === 'filters' ? { [field.name]: given } : chosen),
				});
			expect(() => inFilters([], {}).group('filters')).toThrow('is a filter without a value');
			const ignoring = [plain('ignoreEmptyFilters', { type: 'boolean' })];
			const read = () =>
				reader.read(inFilters(ignoring, { ignoreEmptyFilters: true }).group('filters'));
			if (!reader.title.includes('has to be given')) expect(read() ?? []).toEqual([]);
		}
	},
);
