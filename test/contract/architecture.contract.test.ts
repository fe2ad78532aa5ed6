import { filesBelow, importsOf, textOf } from '../support/files';

const SOURCES = [...filesBelow('nodes', '.ts'), ...filesBelow('credentials', '.ts')];
const VENDORS = ['Bleemeo', 'DevHelm', 'DevRev', 'PagerDuty'];

const folderOf = (file: string) => file.split('/')[1];
const inside = (path: string) => path.startsWith('nodes/') || path.startsWith('credentials/');

it('finds the sources', () => expect(SOURCES.length).toBeGreaterThan(40));

it.each(VENDORS)('%s imports from itself and from shared only', (vendor) => {
	const strangers = SOURCES.filter((file) => file.startsWith(`nodes/${vendor}/`)).flatMap((file) =>
		importsOf(file)
			.filter(inside)
			.filter((path) => ![vendor, 'shared'].includes(folderOf(path)))
			.map((path) => `${file} -> ${path}`),
	);
	expect(strangers).toEqual([]);
});

it('shared imports from no vendor', () => {
	const strangers = SOURCES.filter((file) => file.startsWith('nodes/shared/')).flatMap((file) =>
		importsOf(file)
			.filter(inside)
			.filter((path) => folderOf(path) !== 'shared')
			.map((path) => `${file} -> ${path}`),
	);
	expect(strangers).toEqual([]);
});

it('shared names no vendor in its code', () => {
	const naming = SOURCES.filter((file) => file.startsWith('nodes/shared/')).filter((file) =>
		textOf(file)
			.split('\n')
			.filter((line) => !/^\s*(\/?\*|\/\/)/.test(line))
			.some((line) => /bleemeo|devhelm|devrev|pagerduty/i.test(line)),
	);
	expect(naming).toEqual([]);
});

it('shipped code imports n8n-workflow and node:crypto, nothing else', () => {
	const modules = SOURCES.flatMap((file) => importsOf(file).filter((path) => !inside(path)));
	const allowed = ['n8n-workflow', 'node:crypto'];
	expect([...new Set(modules)].filter((name) => !allowed.includes(name))).toEqual([]);
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
