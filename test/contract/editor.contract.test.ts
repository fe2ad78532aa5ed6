import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { formOf } from '../../nodes/shared/run/assemble';
import { eventsSubtitle } from '../../nodes/shared/trigger/events';
import { CREDENTIALS, NODES, OPERATIONS, TRIGGERS } from '../support/catalogue';
import { textOf } from '../support/files';
import { VENDOR_FILES } from '../support/vendorFile';

/** What n8n's editor does with our texts. */

/** A label with more characters is cut in the lists of the editor. */
const LONGEST_LABEL = 28;

type Nested = INodeProperties & { values?: INodeProperties[] };

function labelsOf(properties: INodeProperties[]): string[] {
	return properties
		.filter(({ type }) => !['notice', 'hidden'].includes(type))
		.flatMap(({ displayName, type, options = [] }) => {
			if (!['collection', 'fixedCollection'].includes(type)) return [displayName];
			const inner = (options as Nested[]).flatMap((option) =>
				option.values ? [option.displayName, ...labelsOf(option.values)] : labelsOf([option]),
			);
			return [displayName, ...inner];
		});
}

const codexOf = ({ folder, file }: { folder: string; file: string }) =>
	JSON.parse(textOf(`nodes/${folder}/${file}.node.json`)) as {
		alias: string[];
		categories: string[];
	};

it('no label is longer than the editor shows', () => {
	const forms = [
		...[...NODES, ...TRIGGERS].map(({ node }) => node.description.properties),
		...CREDENTIALS.map(({ properties }) => properties),
	];
	const long = forms.flatMap(labelsOf).filter((label) => label.length > LONGEST_LABEL);
	expect([...new Set(long)]).toEqual([]);
});

it.each(
	OPERATIONS.map(
		({ folder, operation }) => [`${folder}: ${operation.action}`, formOf(operation)] as const,
	),
)('%s has its fields first, then Simplify, then what is optional', (_, form) => {
	const places = form.map(({ name, type }) =>
		name === 'simplify' ? 1 : type === 'collection' ? 2 : 0,
	);
	expect(places).toEqual([...places].sort());
});

describe('an action and its trigger, which the editor shows as one entry with the text of the trigger', () => {
	const pairs = NODES.flatMap((action) => {
		const trigger = TRIGGERS.find(({ file }) => file === `${action.file}Trigger`);
		return trigger ? [[action.node.description.displayName, action, trigger] as const] : [];
	});

	it.each(pairs)('%s: both have a text that serves both', (_, action, trigger) => {
		expect(trigger.node.description.description).toBe(action.node.description.description);
		expect(action.node.description.description).toMatch(/, or start a workflow when /);
	});

	it.each(pairs)('%s: both are found by the same words', (_, action, trigger) => {
		const found = codexOf(action);
		expect(found.alias).toEqual(expect.arrayContaining(codexOf(trigger).alias));
		expect(found.categories).toEqual(codexOf(trigger).categories);
	});
});

/** What people type into the search for nodes. */
const WORDS = [
	'create incident',
	'on-call',
	'on call',
	'incident',
	'incident management',
	'page someone',
	'pager duty',
	'who is on call',
	'downtime',
	'outage',
	'alerting',
	'opsgenie',
	'status page',
	'maintenance',
];
it.each(VENDOR_FILES)('$name is found by the search words that fit it', ({ node, words }) => {
	const [found] = NODES.filter((entry) => entry.node.description.name === node.description.name);
	const alias = codexOf(found).alias.map((word) => word.toLowerCase());
	expect(WORDS.filter((word) => alias.includes(word))).toEqual(words);
});

it.each(VENDOR_FILES)('no event of $name is called by what it is about twice', (file) => {
	const { folder } =
		NODES.find(({ node }) => node.description.name === file.node.description.name) ?? {};
	const actions = TRIGGERS.filter((entry) => entry.folder === folder).flatMap(({ node }) =>
		node.description.properties
			.filter(({ name }) => name === 'events')
			.flatMap(({ options = [] }) => (options as INodePropertyOptions[]).map((one) => one.action)),
	);
	expect(actions).toHaveLength(file.events);
	expect(actions.filter((action) => !action || /\b(\w+) \1\b/.test(action))).toEqual([]);
});

describe('the subtitle on the canvas', () => {
	const shown = (
		{ node }: { node: (typeof NODES)[number]['node'] },
		parameters: Record<string, unknown>,
	) => {
		const { name, subtitle = '' } = node.description;
		const own = {
			id: '1',
			name: 'It',
			type: name,
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters: parameters as never,
		};
		const nodeTypes = {
			getByName: () => node,
			getByNameAndVersion: () => node,
			getKnownTypes: () => ({}),
		};
		const workflow = new Workflow({ nodes: [own], connections: {}, active: false, nodeTypes });
		return workflow.expression.getSimpleParameterValue(own, subtitle, 'internal', {});
	};

	it.each(
		OPERATIONS.map((entry) => [`${entry.resource.name}: ${entry.operation.name}`, entry] as const),
	)('%s', (label, entry) => {
		const { resource, operation } = entry;
		const text = shown(entry, { resource: resource.value, operation: operation.value });
		// It is made of the value, which has neither a hyphen nor a small word.
		const big = (word: string) => word.toUpperCase();
		expect(text).toBe(label.replace('-', ' ').replace(/ (a|b|f)(?=nd |y |or )/g, big));
	});

	it.each([
		[['incident.custom_field_values.updated'], 'Incident custom field values updated'],
		[['incident.triggered', 'incident.resolved'], '2 events'],
		['incident.triggered', 'Events from an expression'],
	])('of a trigger on %j', (events, label) => {
		const [{ node }] = NODES;
		const property = { displayName: 'Events', name: 'events', default: [] };
		const properties = [{ ...property, type: 'multiOptions' as const }];
		const description = { ...node.description, subtitle: eventsSubtitle, properties };
		const trigger = { ...node, description };
		expect(shown({ node: trigger }, { events })).toBe(label);
	});
});
