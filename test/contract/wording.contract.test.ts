import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { CREDENTIALS, NODES as ACTIONS, TRIGGERS } from '../support/catalogue';

/** Actions and triggers, by their files' names. */
const NODES = [...ACTIONS, ...TRIGGERS].map(({ file, node }) => ({ folder: file, node }));

type Nested = INodeProperties & { values?: INodeProperties[] };

/** Every property of a form, those inside collections too, with the path that leads to it. */
function everyProperty(
	properties: INodeProperties[],
	path: string,
): Array<[string, INodeProperties]> {
	return properties.flatMap((property) => {
		const place = [
			...(property.displayOptions?.show?.resource ?? []),
			...(property.displayOptions?.show?.operation ?? []),
		].join('/');
		const here = `${path} ${place} ${property.name}`.replace(/\s+/g, ' ');
		const inner = ['collection', 'fixedCollection'].includes(property.type)
			? ((property.options ?? []) as Nested[]).flatMap((option) => option.values ?? [option])
			: [];
		return [[here, property] as [string, INodeProperties], ...everyProperty(inner, `${here} >`)];
	});
}

const PROPERTIES = [
	...NODES.flatMap(({ folder, node }) => everyProperty(node.description.properties, folder)),
	...CREDENTIALS.flatMap(({ name, properties }) => everyProperty(properties, name)),
];

/** The places where a rule does not hold. */
const offenders = (broken: (property: INodeProperties, path: string) => boolean) =>
	PROPERTIES.filter(([path, property]) => broken(property, path)).map(([path]) => path);

const SMALL = /^(a|an|and|as|at|but|by|for|from|in|into|nor|of|on|or|per|the|to|via|vs|with)$/;
const isTitleCase = (label: string) =>
	label
		.replace(/\([^)]*\)/g, (inside) => inside.slice(1, -1))
		.split(/[\s/]+/)
		.every((word, index) => (index > 0 && SMALL.test(word)) || /^[^a-z]/.test(word));

const sentences = (text: string) =>
	text
		.replace(/<[^>]+>/g, '')
		.split(/[.!?](?:\s|$)/)
		.filter(Boolean).length;

it('finds the properties', () => expect(PROPERTIES.length).toBeGreaterThan(150));

it('labels are in Title Case', () =>
	expect(
		// A notice has its text where others have their label.
		offenders(({ type, displayName }) => type !== 'notice' && !isTitleCase(displayName)),
	).toEqual([]));

it('every property has a default', () =>
	expect(offenders((property) => property.default === undefined)).toEqual([]));

it('every field has a description that is not its label', () =>
	expect(
		offenders(
			({ type, name, description, displayName }) =>
				!['collection', 'hidden', 'notice'].includes(type) &&
				!['resource', 'operation'].includes(name) &&
				(!description || description === displayName),
		),
	).toEqual([]));

it('one sentence ends without a full stop, several end with one', () =>
	expect(
		offenders(({ description }) => {
			if (!description) return false;
			const ends = /[.!?]$/.test(description.replace(/<[^>]+>/g, ''));
			return sentences(description) > 1 ? !ends : ends;
		}),
	).toEqual([]));

it('descriptions start with a capital, and use no back-ticks', () =>
	expect(
		offenders(
			({ description = 'X' }) => !/^[A-Z"']/.test(description) || description.includes('`'),
		),
	).toEqual([]));

it('switches start with "Whether"', () =>
	expect(
		offenders(
			({ type, description = '' }) => type === 'boolean' && !description.startsWith('Whether'),
		),
	).toEqual([]));

it('placeholders show an example', () =>
	expect(
		offenders(
			({ type, placeholder }) =>
				['string', 'json', 'number'].includes(type) &&
				placeholder !== undefined &&
				!/^(e\.g\. |name@email\.com$)/.test(placeholder),
		),
	).toEqual([]));

/** The editor has one line for it; n8n's own check draws the line here, too. */
it('a hint has 120 characters at most', () => {
	const ofNodes = NODES.flatMap(({ folder, node }) =>
		(node.description.hints ?? []).map(({ message }) => [folder, message] as const),
	);
	const long = (text: string) => text.length > 120;
	expect(offenders(({ hint }) => long(hint ?? ''))).toEqual([]);
	expect(ofNodes.filter(([, message]) => long(message))).toEqual([]);
});

it('option lists of five and more, and collections, are sorted by label', () =>
	expect(
		offenders(({ type, options }) => {
			if (!['options', 'multiOptions', 'collection'].includes(type) || !options) return false;
			if (type !== 'collection' && options.length < 5) return false;
			const labels = (options as Array<INodePropertyOptions & INodeProperties>).map((option) =>
				(type === 'collection' ? option.displayName : option.name).toLowerCase(),
			);
			return labels.join('\n') !== [...labels].sort((a, b) => a.localeCompare(b)).join('\n');
		}),
	).toEqual([]));

it('a preselected option is one of the options', () =>
	expect(
		offenders(({ type, options, default: preselected, typeOptions }) => {
			if (type !== 'options' || typeOptions?.loadOptionsMethod) return false;
			return !(options as INodePropertyOptions[]).some(({ value }) => value === preselected);
		}),
	).toEqual([]));

it('a list from the vendor that stands in the form itself starts with an option', () =>
	expect(
		offenders(
			({ type, typeOptions, default: preselected }, path) =>
				type === 'options' &&
				Boolean(typeOptions?.loadOptionsMethod) &&
				!path.includes(' > ') &&
				!preselected,
		),
	).toEqual([]));

it('what is preselected of several options are some of them', () =>
	expect(
		offenders(({ type, options, default: preselected, typeOptions }) => {
			if (type !== 'multiOptions') return false;
			const values = (options ?? []).map((option) => (option as INodePropertyOptions).value);
			const chosen = preselected as unknown[];
			return typeOptions?.loadOptionsMethod
				? chosen.length > 0
				: !chosen.every((value) => values.some((one) => one === value));
		}),
	).toEqual([]));

it('nothing inside a collection is required', () =>
	expect(offenders(({ required }, path) => Boolean(required) && path.includes(' > '))).toEqual([]));

it('lists from the vendor say so in label and description', () =>
	expect(
		offenders(({ typeOptions, type, displayName, description = '' }) => {
			if (!typeOptions?.loadOptionsMethod) return false;
			const [label, text] =
				type === 'options' ? ['Name or ID', 'specify an ID'] : ['Names or IDs', 'specify IDs'];
			return !displayName.endsWith(label) || !description.includes(`${text} using an <a href=`);
		}),
	).toEqual([]));

it('every list method that a form names is there', () => {
	const missing = NODES.flatMap(({ folder, node }) =>
		everyProperty(node.description.properties, folder).flatMap(([path, property]) => {
			const { listSearch = {}, loadOptions = {}, resourceMapping = {} } = node.methods ?? {};
			const { loadOptionsMethod, resourceMapper } = property.typeOptions ?? {};
			const named = [
				...(property.modes ?? []).map(
					({ typeOptions }) => [typeOptions?.searchListMethod, listSearch] as const,
				),
				[loadOptionsMethod, loadOptions] as const,
				[resourceMapper?.resourceMapperMethod, resourceMapping] as const,
			];
			return named
				.filter(([method, known]) => method !== undefined && !(method in known))
				.map(([method]) => `${path}: ${method}`);
		}),
	);
	expect(missing).toEqual([]);
});

it('a resource mapper names its method and what is filled in, and starts with nothing mapped', () =>
	expect(
		offenders(({ type, typeOptions, default: start }) => {
			if (type !== 'resourceMapper') return false;
			const isEmpty = (start as { value?: unknown } | undefined)?.value === null;
			const { resourceMapperMethod, valuesLabel } = typeOptions?.resourceMapper ?? {};
			return !isEmpty || !resourceMapperMethod || !valuesLabel;
		}),
	).toEqual([]));

it('what a list depends on is a parameter of the same form', () => {
	const missing = NODES.flatMap(({ folder, node }) => {
		const all = everyProperty(node.description.properties, folder);
		return all.flatMap(([path, { typeOptions, displayOptions }]) => {
			const names = [typeOptions?.loadOptionsDependsOn ?? []].flat();
			const own = all.filter(
				([, other]) =>
					!displayOptions?.show?.operation ||
					!other.displayOptions?.show?.operation ||
					String(other.displayOptions.show.operation) === String(displayOptions.show.operation),
			);
			return names
				.filter((name) => !own.some(([, other]) => other.name === name.split('.')[0]))
				.map((name) => `${path}: ${name}`);
		});
	});
	expect(missing).toEqual([]);
});

it('secrets in credentials are password fields, and nothing else is', () => {
	const wrong = CREDENTIALS.flatMap(({ name, properties }) =>
		properties
			.filter((property) => {
				const secret = /(token|password|secret|apiKey)(?!Url$)/i.test(property.name);
				return secret !== (property.typeOptions?.password === true);
			})
			.map((property) => `${name}.${property.name}`),
	);
	expect(wrong).toEqual([]);
});
