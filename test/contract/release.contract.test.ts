import manifest from '../../package.json';
import { filesBelow, textOf } from '../support/files';
import { problemsOf } from '../release-check';

const { author, repository, homepage } = manifest;
const ADDRESS = homepage.replace(/#.*$/, '');
const [, OWNER, NAME] = /github\.com\/([^/]+)\/([^/]+)$/.exec(ADDRESS) ?? [];
const DOMAIN = author.email.replace(/^.*@/, '');

const WRITTEN = [
	...['nodes', 'credentials', 'test', 'docs', 'examples', '.github'].flatMap((folder) =>
		['.ts', '.js', '.json', '.md', '.yml'].flatMap((ending) => filesBelow(folder, ending)),
	),
	...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', '.ci/run'],
];

describe('the names that the owner confirms (docs/release.md#names-to-confirm)', () => {
	it('agree with each other in package.json', () => {
		expect(repository).toEqual({ type: 'git', url: `git+${ADDRESS}.git` });
		expect(NAME).toBe(manifest.name);
	});

	it('the e-mail address, its domain and the author stand in package.json only', () => {
		const naming = WRITTEN.filter((file) =>
			[DOMAIN, author.name].some((name) => new RegExp(`\\b${name}\\b`).test(textOf(file))),
		);
		// It says what is to be confirmed.
		expect(naming).toEqual(['docs/release.md']);
	});

	it('the owner is named nowhere but in addresses of the repository, which are those of package.json', () => {
		const of = new RegExp(`github\\.com/(?!n8n-io/)[\\w-]+/${NAME}`, 'g');
		const found = WRITTEN.flatMap((file) => textOf(file).match(of) ?? []);
		expect(found.length).toBeGreaterThan(
			manifest.n8n.nodes.length + manifest.n8n.credentials.length,
		);
		expect([...new Set(found)]).toEqual([`github.com/${OWNER}/${NAME}`]);
	});

	it('code takes them from package.json, but where n8n or its lint wants a literal', () => {
		const literal = /\.node\.json$|\.credentials\.ts$/;
		const code = [...filesBelow('nodes', '.ts'), ...filesBelow('credentials', '.ts')];
		const naming = code.filter((file) => textOf(file).includes(`github.com/${OWNER}/`));
		expect(naming.filter((file) => !literal.test(file))).toEqual([]);
	});
});

describe('what may be published', () => {
	const changelog = `# Changelog\n\n## ${manifest.version}\n\nFirst version.\n\n## 0.0.9\n`;
	const tag = manifest.version;
	const here = { manifest, changelog, tag, repository: `${OWNER}/${NAME}` };

	it('is this version, from the repository of package.json', () =>
		expect(problemsOf(here)).toEqual([]));

	it('is, as far as can be known outside of GitHub, what lies here', () =>
		expect(problemsOf({ manifest, changelog: textOf('CHANGELOG.md') })).toEqual([]));

	it('may have what comes next in its CHANGELOG only until there is a tag', () => {
		const next = changelog.replace('## ', '## Unreleased\n\nMore.\n\n## ');
		expect(problemsOf({ manifest, changelog: next })).toEqual([]);
		expect(problemsOf({ manifest, changelog: next, tag })).toEqual([
			`CHANGELOG.md begins with Unreleased, and package.json has version ${tag}`,
		]);
	});

	it.each([
		['another tag', { tag: '9.9.9' }, `the tag is 9.9.9, and package.json has version ${tag}`],
		[
			'another repository',
			{ repository: 'somebody/else' },
			`package.json names the repository ${ADDRESS}, and this is somebody/else: docs/release.md#names-to-confirm`,
		],
		[
			'a repository whose name ends alike',
			{ repository: `ops/${NAME}` },
			`package.json names the repository ${ADDRESS}, and this is ops/${NAME}: docs/release.md#names-to-confirm`,
		],
		[
			'a CHANGELOG without this version',
			{ changelog: '# Changelog\n\n## 0.0.9\n' },
			`CHANGELOG.md begins with 0.0.9, and package.json has version ${tag}`,
		],
		[
			'a page of another repository',
			{ manifest: { ...manifest, homepage: 'https://example.com/#readme' } },
			`package.json: homepage https://example.com/#readme is not of the repository ${ADDRESS}`,
		],
	])('not %s', (_, change, problem) =>
		expect(problemsOf({ ...here, ...change })).toEqual([problem]),
	);
});

it('the release tool leaves the CHANGELOG alone: what it writes goes into a file that git ignores', () => {
	const { output } = JSON.parse(textOf('.auto-changelog')) as { output: string };
	expect(output).toMatch(/\.log$/);
	expect(textOf('.gitignore').split('\n')).toContain('*.log');
});

it('a tag of a release has no prefix, as publish.yml and the release tool expect', () => {
	expect(textOf('.npmrc').split('\n')).toContain('tag-version-prefix=""');
	expect(textOf('.github/workflows/publish.yml')).toContain("tags: ['*.*.*']");
});
