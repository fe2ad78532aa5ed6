import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { isCreate, isGroup, isList, isSteps } from '../../nodes/shared/run/operation';
import { NODES, OPERATIONS } from '../support/catalogue';
import { exists, filesBelow, pageOf, textOf } from '../support/files';
import { VENDOR_FILES } from '../support/vendorFile';

/** There is nothing to find of these. */
const MERGED_BY_KEY = VENDOR_FILES.flatMap(({ mergedByKey = [] }) => mergedByKey);

const fileOf = (value: string) => (value === 'getAll' ? 'getMany' : value);

describe.each(
	OPERATIONS.map((entry) => [`${entry.folder} ${entry.operation.action}`, entry] as const),
)('%s', (_, { folder, resource, operation }) => {
	const path = `${folder}/${resource.value}/${fileOf(operation.value)}`;

	it('has a file where its menu label says', () => expect(exists(`nodes/${path}.ts`)).toBe(true));

	it('has an engine test', () => {
		const file = `test/${path}.engine.test.ts`;
		const remedy = `${file}: write the operation's engine test`;
		expect(exists(file) ? [] : [remedy]).toEqual([]);
	});

	it('is a row of the table on the page of its vendor', () => {
		const row = new RegExp(`^\\| ${resource.name} \\| ${operation.name} \\|`, 'm');
		const page = pageOf(folder);
		const isThere = exists(page) && row.test(textOf(page));
		const remedy = `${page}: write the page with the marks of the table, then npm run generate`;
		expect(isThere ? [] : [remedy]).toEqual([]);
	});

	it('declares Simplify when it can, and only then', () =>
		expect(operation.properties.some(({ name }) => name === 'simplify')).toBe(
			operation.simplify !== undefined || isGroup(operation),
		));

	// A list may also be put together from several reads, as those are that all vendors have in one shape; a limit
	// alone is one that the vendor itself has.
	it('declares Return All and Limit when it is a list, and only then', () => {
		const names = operation.properties.map(({ name }) => name);
		const isOne = isList(operation) || ['getAll', 'getTimeline'].includes(operation.value);
		expect(names.includes('returnAll')).toBe(isOne);
		expect(names.includes('returnAll') && !names.includes('limit')).toBe(false);
	});

	it('is a list that only reads when it is called Get Many', () => {
		if (operation.value !== 'getAll') return;
		expect([isList(operation) || isSteps(operation), operation.retry]).toEqual([true, 'read']);
	});

	it('names a retry class', () =>
		expect(['read', 'idempotent', 'keyed', 'reconcilable', 'once']).toContain(operation.retry));

	it('says what to look at when its outcome may stay unknown, and only then', () => {
		const isWrittenOnce = ['keyed', 'reconcilable', 'once'].includes(operation.retry);
		expect(Boolean(operation.checkAfterUnknown)).toBe(isWrittenOnce);
	});

	it('can be found again when it is a create that may be sent again', () => {
		const isFoundAgain = ['keyed', 'reconcilable'].includes(operation.retry);
		if (isSteps(operation) || isGroup(operation)) return;
		expect(isCreate(operation)).toBe(isFoundAgain && !MERGED_BY_KEY.includes(operation.action));
	});

	// Many requests travel in one there, so nothing can be decided or told for each.
	it('has nothing to decide or to tell afterwards when it goes in bulk', () => {
		if (!('bulk' in operation) || !operation.bulk) return;
		const { decide, output, notices, isGone, instead } = operation;
		expect([decide, output, notices, isGone, instead].filter(Boolean)).toEqual([]);
	});
});

/** One request is data (`SingleOperation`, docs/design.md#kinds-of-operations); each of these needs more than one. */
it('only what its vendor.ts gives a reason for is of several steps', () => {
	const steps = OPERATIONS.filter(({ operation }) => isSteps(operation)).map(
		({ operation }) => operation.action,
	);
	const reasons = VENDOR_FILES.flatMap((own) => Object.keys(own.steps ?? {}));
	expect(steps.sort()).toEqual(reasons.sort());
});

it.each(NODES.map((entry) => [entry.folder, entry] as const))(
	'%s has every resource in its menu, each once, with every operation',
	(_, { node, resources }) => {
		const menus = node.description.properties.filter(({ name }) =>
			['resource', 'operation'].includes(name),
		);
		const valuesOf = ({ options = [] }: INodeProperties) =>
			(options as INodePropertyOptions[]).map(({ value }) => value).sort();
		const offered = menus.map((menu) => [
			menu.displayOptions?.show?.resource ?? menu.name,
			valuesOf(menu),
		]);
		expect(offered).toEqual([
			['resource', resources.map(({ value }) => value).sort()],
			...resources.map(({ value, operations }) => [
				[value],
				operations.map((operation) => operation.value).sort(),
			]),
		]);
	},
);

it('no two operations of a node have the same action', () => {
	const actions = OPERATIONS.map(({ folder, operation }) => `${folder} ${operation.action}`);
	expect(actions.filter((action, index) => actions.indexOf(action) !== index)).toEqual([]);
});

it('every folder of operations is in the catalogue', () => {
	const listed = NODES.flatMap(({ folder, resources }) =>
		resources.map(({ value }) => `nodes/${folder}/${value}/index.ts`),
	);
	const folders = filesBelow('nodes', '/index.ts').filter((file) =>
		textOf(file).includes(': Resource'),
	);
	expect(folders).toEqual(listed.sort());
});
