import type { INodePropertyOptions } from 'n8n-workflow';

import manifest from '../../package.json';
import { CREDENTIALS, NODES, TRIGGERS } from '../support/catalogue';
import { committedTextOf, exists, filesBelow, textOf } from '../support/files';

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

it('registers every node and credential, and nothing that is not there', () => {
	const built = (files: string[]) => files.map((file) => `dist/${file.replace(/\.ts$/, '.js')}`);
	expect([...manifest.n8n.nodes].sort()).toEqual(built(filesBelow('nodes', '.node.ts')));
	expect([...manifest.n8n.credentials].sort()).toEqual(built(filesBelow('credentials', '.ts')));
});

it('has no runtime dependencies and is strict', () => {
	expect(manifest).not.toHaveProperty('dependencies');
	expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	expect(manifest.n8n).toMatchObject({ strict: true, n8nNodesApiVersion: 1 });
	expect(manifest.files).toEqual(['dist']);
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

it('has a heading in the README for each link to it', () => {
	const headings = textOf('README.md')
		.split('\n')
		.filter((line) => line.startsWith('#'))
		.map((line) =>
			line
				.replace(/^#+\s*/, '')
				.toLowerCase()
				.replace(/[^\w -]/g, '')
				.replace(/ /g, '-'),
		);
	const links = [
		...CREDENTIALS.map(({ documentationUrl }) => documentationUrl ?? ''),
		...[...NODES, ...TRIGGERS].flatMap(({ folder, file }) =>
			(textOf(`nodes/${folder}/${file}.node.json`).match(/#[\w-]+/g) ?? []).map((hash) => hash),
		),
	].map((url) => url.split('#')[1]);
	expect(links.filter((link) => !headings.includes(link))).toEqual([]);
});

it('the lock file that is committed names no registry', () =>
	expect(committedTextOf('package-lock.json')).not.toMatch(/"resolved"/));
