import { NODES, OPERATIONS } from '../support/catalogue';
import { exists, factsOf, filesBelow, pageOf, textOf } from '../support/files';
import { generated, withActions, withBlock } from '../support/generated';
import { sampleFile, sharedSample } from '../support/samples';

/** What `npm run generate` writes. */

const engineTestOf = (folder: string, resource: string, operation: string) =>
	`test/${folder}/${resource}/${operation === 'getAll' ? 'getMany' : operation}.engine.test.ts`;

/** The table of operations among the facts, for developers. */
const factRows = (folder: string) => [
	'| Resource | Operation | Retry class | Test |',
	'|---|---|---|---|',
	...OPERATIONS.filter((entry) => entry.folder === folder).map(({ resource, operation }) => {
		const test = engineTestOf(folder, resource.value, operation.value);
		return `| ${resource.name} | ${operation.name} | \`${operation.retry}\` | [test](../../${test}) |`;
	}),
];

/** The table of operations on a vendor's page. */
const pageRows = (folder: string) => [
	'| Resource | Operation | What it does |',
	'|---|---|---|',
	...OPERATIONS.filter((entry) => entry.folder === folder).map(
		({ resource, operation }) =>
			`| ${resource.name} | ${operation.name} | ${operation.description} |`,
	),
];

describe.each(NODES.map(({ folder }) => folder))('%s', (folder) => {
	it.each([
		[pageOf(folder), pageRows(folder)],
		[factsOf(folder), factRows(folder)],
	])('%s lists every operation: run npm run generate', (page, rows) => {
		const written = textOf(page);
		expect(written).toContain('<!-- operations -->\n');
		const text = withBlock(written, 'operations', rows);
		expect(generated(page, text)).toBe(text);
	});
});

describe.each(NODES.map((entry) => [entry.folder, entry] as const))(
	'%s',
	(_, { folder, file, resources }) => {
		const codex = `nodes/${folder}/${file}.node.json`;

		it('is found by the name of every action: run npm run generate', () => {
			const actions = resources.flatMap(({ operations }) => operations.map(({ action }) => action));
			const wanted = withActions(textOf(codex), actions);
			expect(JSON.parse(generated(codex, wanted))).toEqual(JSON.parse(wanted));
		});
	},
);

it('no output sample is left of an operation that is gone', () => {
	const wanted = OPERATIONS.map(({ folder, resource, operation }) =>
		sampleFile(folder, resource.value, operation.value),
	);
	const samples = filesBelow('nodes', '.json').filter((name) => name.includes('/__schema__/'));
	expect(samples.filter((name) => !wanted.includes(name))).toEqual([]);
});

it('operations that simplify alike have one output sample: run npm run generate', () => {
	const ways = new Set(OPERATIONS.flatMap(({ operation }) => operation.simplify ?? []));
	for (const way of ways) {
		const files = OPERATIONS.filter(({ operation }) => operation.simplify === way).map(
			({ folder, resource, operation }) => sampleFile(folder, resource.value, operation.value),
		);
		const shared = sharedSample(files) ?? '';
		const there = files.filter((file) => exists(file));
		expect(there.map((file) => generated(file, shared))).toEqual(there.map(() => shared));
	}
});

it.each(
	OPERATIONS.map(({ folder, resource, operation }) => [
		`${folder} ${operation.action}`,
		sampleFile(folder, resource.value, operation.value),
	]),
)('%s has an output sample: run npm run generate', (_, file) => {
	expect(exists(file)).toBe(true);
	expect(JSON.parse(textOf(file))).toMatchObject({
		type: 'object',
		properties: expect.any(Object),
		version: 1,
	});
});
