import { CREDENTIALS, NODES, TRIGGERS } from '../support/catalogue';
import { exists, filesBelow, textOf } from '../support/files';
import { VENDOR_FILES, VENDOR_FOLDERS } from '../support/vendorFile';
import { VENDORS } from '../sandbox';

/** Examples by their text, for the types of nodes they use. */
const EXAMPLES = filesBelow('examples', '.json').map(textOf);

it('finds the vendors', () => expect(VENDOR_FOLDERS.length).toBeGreaterThan(3));

describe.each(VENDOR_FOLDERS)('%s', (folder) => {
	const tests = exists(`test/${folder}`) ? filesBelow(`test/${folder}`, '.test.ts') : [];
	const texts = tests.map(textOf);
	const nodes = [...NODES, ...TRIGGERS].filter((entry) => entry.folder === folder);
	const names = nodes.flatMap(({ node }) =>
		(node.description.credentials ?? []).map(({ name }) => name),
	);

	it('says in one file what the tests of every vendor have to know, a storm target among it', () => {
		const file = `test/${folder}/vendor.ts`;
		expect(
			exists(file) ? [] : [`${file}: export a VendorFile (test/support/vendorFile.ts)`],
		).toEqual([]);
		expect(VENDOR_FILES).toHaveLength(VENDOR_FOLDERS.length);
	});

	it('has a sandbox', () => {
		const file = `test/sandbox/${folder.toLowerCase()}/vendor.ts`;
		expect(
			exists(file) ? [] : [`${file}: export a SandboxVendor (test/sandbox/core/register.ts)`],
		).toEqual([]);
		const types = VENDORS.flatMap(({ credentials }) => Object.keys(credentials('http://x')));
		const missing = names.filter((name) => !types.includes(name));
		expect(missing.map((name) => `${file}: add data for the credential ${name}`)).toEqual([]);
	});

	it('has a test in each credential, and a test file of it', () => {
		const untested = CREDENTIALS.filter(({ name }) => names.includes(name)).flatMap(
			(credential) => {
				const type = credential.constructor.name;
				const code = `credentials/${type}.credentials.ts`;
				const isCalled = texts.some(
					(text) => text.includes(`new ${type}()`) && text.includes('sendTestRequest('),
				);
				return [
					...(credential.test?.request.url ? [] : [`${code}: add a "test" request`]),
					...(isCalled
						? []
						: [`test/${folder}/: add a test that sends the test of ${type} (sendTestRequest)`]),
				];
			},
		);
		expect(untested).toEqual([]);
	});

	it('has a test for each list search, option list and mapper', () => {
		const methods = nodes.flatMap(({ node }) =>
			[node.methods?.listSearch, node.methods?.loadOptions, node.methods?.resourceMapping].flatMap(
				(some) => Object.keys(some ?? {}),
			),
		);
		const untested = [...new Set(methods)].filter(
			(name) => !texts.some((text) => text.includes(`'${name}'`)),
		);
		expect(
			untested.map((name) => `test/${folder}/form: add a test that asks for '${name}'`),
		).toEqual([]);
	});

	it('has facts with sources', () => {
		const file = `docs/facts/${folder.toLowerCase()}.md`;
		const isSourced = exists(file) && /https:\/\//.test(textOf(file));
		expect(
			isSourced ? [] : [`${file}: write down what the API does, each fact with its source`],
		).toEqual([]);
	});

	it('has an example for each node', () => {
		const unused = nodes
			.map(({ node }) => node.description.name)
			.filter((name) => !EXAMPLES.some((text) => text.includes(`n8n-nodes-incident-ops.${name}"`)));
		expect(unused.map((name) => `examples/: add a workflow that uses ${name}`)).toEqual([]);
	});
});
