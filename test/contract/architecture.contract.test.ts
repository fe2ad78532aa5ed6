import { name as packageName } from '../../package.json';
import { exists, filesBelow, foldersBelow, importsOf, textOf } from '../support/files';
import { VENDOR_FOLDERS } from '../support/vendorFile';

const SOURCES = [...filesBelow('nodes', '.ts'), ...filesBelow('credentials', '.ts')];
const VENDORS = foldersBelow('nodes').filter((folder) => folder !== 'shared');

/** The rooms of `nodes/shared`, from the ground up: a room imports from itself and from what lies below. */
const FLOORS = ['ground', 'records', 'wire', 'form', 'alerts', 'run', 'trigger', 'wait'];
/** What a vendor's folder holds beside its folders, its nodes and their codex. */
const VENDOR_FILES = ['about.ts', 'resources.ts'];
/** What every vendor has, under the same name: learn one, know all. */
const EVERY_VENDOR = [
	'about.ts',
	'resources.ts',
	'api/profile.ts',
	'api/record.ts',
	'form/ids.ts',
	'form/lookups.ts',
];

const folderOf = (file: string) => file.split('/')[1];
const roomOf = (file: string) => file.split('/')[2];
const inside = (path: string) => path.startsWith('nodes/') || path.startsWith('credentials/');
const below = (folder: string) => SOURCES.filter((file) => file.startsWith(`nodes/${folder}/`));

/** Imports that a rule forbids, as `from -> to`. */
const forbidden = (files: string[], rule: (from: string, to: string) => boolean) =>
	files.flatMap((file) =>
		importsOf(file)
			.filter(inside)
			.filter((path) => rule(file, path))
			.map((path) => `${file} -> ${path}`),
	);

it('finds the sources and the vendors', () => {
	expect(SOURCES.length).toBeGreaterThan(40);
	expect(VENDORS).toEqual(VENDOR_FOLDERS);
});

describe.each(VENDORS)('%s', (vendor) => {
	const own = below(vendor);

	it('imports from itself and from shared only: move what two vendors need to nodes/shared, without a name', () =>
		expect(forbidden(own, (_, to) => ![vendor, 'shared'].includes(folderOf(to)))).toEqual([]));

	it('has what every vendor has, in the same place: write the files that are listed', () =>
		expect(EVERY_VENDOR.filter((file) => !exists(`nodes/${vendor}/${file}`))).toEqual([]));

	it('keeps nothing else beside its nodes: move it to api, form, trigger or a resource', () => {
		const loose = own
			.map((file) => file.replace(`nodes/${vendor}/`, ''))
			.filter((file) => !file.includes('/') && !file.endsWith('.node.ts'));
		expect(loose.filter((file) => !VENDOR_FILES.includes(file))).toEqual([]);
	});

	it('has an API that knows nothing above it: move what api needs into api', () => {
		const ofApi = own.filter((file) => roomOf(file) === 'api');
		expect(forbidden(ofApi, (_, to) => folderOf(to) === vendor && roomOf(to) !== 'api')).toEqual(
			[],
		);
	});
});

describe('shared', () => {
	const own = below('shared');

	it('has a room for everything, and says what each room is for', () => {
		expect(own.filter((file) => !FLOORS.includes(roomOf(file)))).toEqual([]);
		expect(FLOORS.filter((room) => !exists(`nodes/shared/${room}/README.md`))).toEqual([]);
	});

	it('imports downwards only: move the file to the room that it stands on', () =>
		expect(
			forbidden(own, (from, to) => FLOORS.indexOf(roomOf(to)) > FLOORS.indexOf(roomOf(from))),
		).toEqual([]));

	it('imports from no vendor: give the vendor a place to say it (nodes/shared/wire/vendor.ts)', () =>
		expect(forbidden(own, (_, to) => folderOf(to) !== 'shared')).toEqual([]));

	it('names no vendor in its code: take the name from the Vendor or the operation', () => {
		const names = new RegExp(VENDORS.join('|'), 'i');
		const naming = own.filter((file) =>
			textOf(file)
				// The package's own name may be a vendor's.
				.replaceAll(packageName, '')
				.split('\n')
				.filter((line) => !/^\s*(\/?\*|\/\/)/.test(line))
				.some((line) => names.test(line)),
		);
		expect(naming).toEqual([]);
	});
});

it('no file imports itself, on whatever way round', () => {
	const circles = new Set<string>();
	const done = new Set<string>();
	const visit = (file: string, way: string[]) => {
		if (way.includes(file)) circles.add([...way.slice(way.indexOf(file)), file].join(' -> '));
		if (done.has(file) || way.includes(file)) return;
		for (const path of importsOf(file).filter(inside)) {
			const found = [`${path}.ts`, `${path}/index.ts`, path].find((one) => SOURCES.includes(one));
			if (found) visit(found, [...way, file]);
		}
		done.add(file);
	};
	for (const file of SOURCES) visit(file, []);
	expect([...circles]).toEqual([]);
});

it('shipped code imports n8n-workflow and node:crypto, and one file the package.json that is packed beside it', () => {
	const allowed = ['n8n-workflow', 'node:crypto'];
	const isOwn = (file: string, path: string) =>
		file === 'nodes/shared/ground/package.ts' && path === 'package.json';
	const foreign = SOURCES.flatMap((file) =>
		importsOf(file)
			.filter((path) => !inside(path) && !allowed.includes(path) && !isOwn(file, path))
			.map((path) => `${file} -> ${path}: do without it, or write what is needed in nodes/shared`),
	);
	expect(foreign).toEqual([]);
});

it('only shared/wire/exchange.ts sends requests', () => {
	const senders = SOURCES.filter((file) => file.startsWith('nodes/')).filter((file) =>
		/helpers\.(httpRequest|request)/.test(textOf(file)),
	);
	expect(senders).toEqual(['nodes/shared/wire/exchange.ts']);
});

it('no source file is too long to hold in the head', () => {
	const long = SOURCES.filter((file) => textOf(file).split('\n').length > 300);
	expect(long).toEqual([]);
});
