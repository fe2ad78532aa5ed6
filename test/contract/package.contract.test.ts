import type { INodePropertyOptions } from 'n8n-workflow';

import manifest from '../../package.json';
import { CREDENTIALS, NODES, PROFILES, TRIGGERS } from '../support/catalogue';
import { VENDOR_FOLDERS } from '../support/vendorFile';
import { committedTextOf, exists, filesBelow, linkedFrom, textOf } from '../support/files';

const CATEGORIES = [
	'Data & Storage',
	'Finance & Accounting',
	'Marketing & Content',
	'Productivity',
	'Miscellaneous',
	'Sales',
	'Development',
	'Analytics',
	'Communication',
	'Utility',
];

it('registers every node and credential, and nothing that is not there: correct "n8n" in package.json', () => {
	const built = (files: string[]) => files.map((file) => `dist/${file.replace(/\.ts$/, '.js')}`);
	expect([...manifest.n8n.nodes].sort()).toEqual(built(filesBelow('nodes', '.node.ts')));
	expect([...manifest.n8n.credentials].sort()).toEqual(built(filesBelow('credentials', '.ts')));
});

it('has no runtime dependencies and is strict', () => {
	expect(manifest).not.toHaveProperty('dependencies');
	expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	expect(manifest.n8n).toMatchObject({ strict: true, n8nNodesApiVersion: 1 });
	expect(manifest.files).toEqual(['dist', '!dist/methods']);
});

describe.each([...NODES, ...TRIGGERS].map((entry) => [entry.file, entry] as const))(
	'%s',
	(_, { folder, file, node }) => {
		const { description } = node;

		it('has a codex that the loader keeps', () => {
			const codex = JSON.parse(textOf(`nodes/${folder}/${file}.node.json`));
			expect(codex).toMatchObject({
				node: `${manifest.name}.${description.name}`,
				nodeVersion: '1.0',
				codexVersion: '1.0',
				alias: expect.arrayContaining(['incident']),
				resources: {
					primaryDocumentation: [{ url: expect.stringMatching(/^https:/) }],
					credentialDocumentation: [{ url: expect.stringMatching(/^https:/) }],
				},
			});
			expect(codex.categories.filter((name: string) => !CATEGORIES.includes(name))).toEqual([]);
		});

		it('is a tool for agents or a trigger, on the first version', () =>
			expect(description).toMatchObject(
				description.group[0] === 'trigger'
					? { version: 1, inputs: [], name: expect.stringMatching(/Trigger$/) }
					: { version: 1, usableAsTool: true, group: ['transform'] },
			));

		it('uses credentials of this package only', () => {
			const own = CREDENTIALS.map(({ name }) => name);
			expect(description.credentials?.length).toBeGreaterThan(0);
			expect(description.credentials?.filter(({ name }) => !own.includes(name))).toEqual([]);
		});

		it('lets its form choose between credentials only by what the form offers', () => {
			const { properties } = description;
			const conditions = (description.credentials ?? []).flatMap(({ displayOptions }) =>
				Object.entries({ ...displayOptions?.show, ...displayOptions?.hide }),
			);
			const broken = conditions.filter(([name, values = []]) => {
				const offered = properties
					.filter((property) => property.name === name)
					.flatMap(({ options = [] }) => options as INodePropertyOptions[]);
				return !values.every((value) => offered.some((option) => option.value === value));
			});
			expect(broken).toEqual([]);
		});

		it('has its two icons', () => {
			const { light, dark } = description.icon as { light: string; dark: string };
			const files = [light, dark].map((icon) => icon.replace('file:../../', ''));
			expect(files.map(exists)).toEqual([true, true]);
			expect(textOf(files[0])).not.toBe(textOf(files[1]));
		});
	},
);

/** The addresses of a Markdown file's headings, as GitHub makes them. */
function anchorsOf(file: string): string[] {
	const headings = textOf(file)
		.replace(/^```[^]*?^```/gm, '')
		.split('\n')
		.filter((line) => /^#+ /.test(line));
	return headings.map((line) =>
		line
			.replace(/^#+\s*/, '')
			.toLowerCase()
			.replace(/[^\w -]/g, '')
			.replace(/ /g, '-'),
	);
}

describe('links', () => {
	const HOME = manifest.homepage.replace(/#.*$/, '');
	const ADDRESS = new RegExp(`${HOME.replace(/[.]/g, '\\.')}[^\\s"'\`<>)]*`, 'g');
	const PAGE = new RegExp(`^${HOME.replace(/[.]/g, '\\.')}/blob/HEAD/(docs/[^#]+\\.md)#(.+)$`);
	const fromCodex = filesBelow('nodes', '.node.json').flatMap((file) =>
		(textOf(file).match(ADDRESS) ?? []).map((link) => [link, file] as const),
	);
	const fromCredentials = CREDENTIALS.map(
		({ name, documentationUrl }) => [documentationUrl ?? 'no address', name] as const,
	);
	const written = ['README.md', 'CONTRIBUTING.md', ...filesBelow('docs', '.md')];
	const inDocs = written.flatMap((file) =>
		[...textOf(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => [link, file] as const),
	);

	/** One for each vendor. */
	const PAGES = VENDOR_FOLDERS.length;

	it('from each node and each credential lead to a heading on a page in docs', () => {
		const links = [...fromCodex, ...fromCredentials];
		const documents = CREDENTIALS.length + NODES.length + TRIGGERS.length;
		expect(links.length).toBeGreaterThanOrEqual(documents);
		const dead = links.filter(([link]) => {
			const [, page, heading] = PAGE.exec(link) ?? [];
			return !page || !exists(page) || !anchorsOf(page).includes(heading);
		});
		expect(
			dead.map(([link, from]) => `${from} -> ${link}: correct the link or write the heading`),
		).toEqual([]);
	});

	it('in messages about a credential are those of the credential: make `page` of the profile and `documentationUrl` alike', () => {
		const said = PROFILES.map(({ credential: { type, page } }) => [type, page]);
		const shown = CREDENTIALS.map(({ name, documentationUrl }) => [name, documentationUrl]);
		expect(said.sort()).toEqual(shown.sort());
	});

	it("each vendor's page has the heading 'Limits', to which a message about one leads", () => {
		const pages = PROFILES.map(({ credential }) => PAGE.exec(credential.page ?? '')?.[1] ?? '');
		expect(pages.filter((page) => !anchorsOf(page).includes('limits'))).toEqual([]);
	});

	it('the README has 200 lines at most: what is longer belongs on a page in docs', () =>
		expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(200));

	it('from one document to another lead to a file and a heading that are there', () => {
		const own = inDocs.filter(([link]) => !/^https?:/.test(link));
		expect(own.length).toBeGreaterThan(5 * PAGES);
		const dead = own.filter(([link, file]) => {
			const [path, anchor] = link.split('#');
			const target = path ? linkedFrom(file, path) : file;
			if (!exists(target)) return true;
			return anchor !== undefined && !anchorsOf(target).includes(anchor);
		});
		expect(dead).toEqual([]);
	});
});

it('the lock file that is committed names no registry', () =>
	expect(committedTextOf('package-lock.json')).not.toMatch(/"resolved"/));
