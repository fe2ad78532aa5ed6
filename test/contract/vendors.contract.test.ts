import { CREDENTIALS, NODES, OPERATIONS, TRIGGERS } from '../support/catalogue';
import { name as packageName } from '../../package.json';
import { TRIGGER_EXAMPLES } from '../host/trigger-examples';
import { exists, filesBelow, foldersBelow, pageOf, textOf } from '../support/files';
import { VENDOR_FILES, VENDOR_FOLDERS, type VendorFile } from '../support/vendorFile';
import { VENDORS } from '../sandbox';

/** Examples by their text, for the types of nodes they use. */
const EXAMPLES = filesBelow('examples', '.json').map(textOf);

/** The triggers by which the examples start that test/host/trigger-examples.e2e.test.ts runs. */
const STARTED = TRIGGER_EXAMPLES.map(({ file }) => {
	const { nodes } = JSON.parse(textOf(`examples/${file}.json`)) as { nodes: { type: string }[] };
	return nodes[0].type;
});

/** Each missing thing is one line: the file, and what to write there. */
const missing = (isThere: boolean, remedy: string) => (isThere ? [] : [remedy]);

it('finds the vendors', () =>
	expect(VENDOR_FOLDERS).toEqual(foldersBelow('nodes').filter((folder) => folder !== 'shared')));

describe.each(VENDOR_FOLDERS)('%s', (folder) => {
	const tests = exists(`test/${folder}`) ? filesBelow(`test/${folder}`, '.test.ts') : [];
	const texts = tests.map(textOf);
	const nodes = [...NODES, ...TRIGGERS].filter((entry) => entry.folder === folder);
	const action = NODES.find((entry) => entry.folder === folder)?.node.description.name;
	const names = nodes.flatMap(({ node }) =>
		(node.description.credentials ?? []).map(({ name }) => name),
	);
	const types = [...new Set(names)];
	const file = `test/${folder}/vendor.ts`;
	const own: VendorFile | undefined = VENDOR_FILES.find(
		({ node }) => node.description.name === action,
	);

	it('says in one file what the tests of every vendor have to know, a storm target among it', () =>
		expect(
			missing(
				own !== undefined,
				`${file}: export "vendor", a VendorFile (test/support/vendorFile.ts) with the action node; its "create" is what storms, bench and crash send`,
			),
		).toEqual([]));

	it('has a sandbox with data for each credential, and says what each credential adds', () => {
		const sandbox = `test/sandbox/${folder.toLowerCase()}/vendor.ts`;
		const known = VENDORS.flatMap(({ credentials }) => Object.keys(credentials('http://x')));
		const said = Object.keys(own?.credentials ?? {});
		expect([
			...missing(
				exists(sandbox),
				`${sandbox}: export "vendor", a SandboxVendor (test/sandbox/core/register.ts)`,
			),
			...types
				.filter((name) => !known.includes(name))
				.map((name) => `${sandbox}: add data for the credential ${name}`),
			...types
				.filter((name) => !said.includes(name))
				.map((name) => `${file}: add ${name} to "credentials"`),
		]).toEqual([]);
	});

	it('has a test that holds its names', () => {
		const names = `test/${folder}/names.contract.test.ts`;
		const remedy = `${names}: call itKeepsItsNames('${folder}') of test/support/names.ts`;
		expect(missing(exists(names), remedy)).toEqual([]);
	});

	it('has a test in each credential, and a test file of it', () => {
		const untested = CREDENTIALS.filter(({ name }) => types.includes(name)).flatMap(
			(credential) => {
				const type = credential.constructor.name;
				const isCalled = texts.some(
					(text) => text.includes(`new ${type}()`) && text.includes('sendTestRequest('),
				);
				return [
					...missing(
						Boolean(credential.test?.request.url),
						`credentials/${type}.credentials.ts: add a "test" request that works with the least rights`,
					),
					...missing(
						isCalled,
						`test/${folder}/credential.engine.test.ts: send the test of ${type} with sendTestRequest (test/support/credentialTest.ts)`,
					),
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
			untested.map(
				(name) =>
					`test/${folder}/form/lookups.engine.test.ts: ask for '${name}' (searchList, loadList or mapFields of test/support/lookup.ts)`,
			),
		).toEqual([]);
	});

	it('has a case of "never twice" for each create, and for nothing else', () => {
		const cases = own ? [own.create, ...own.otherCreates] : [];
		const said = cases.map(({ resource, operation }) => `${resource}/${operation}`);
		const creates = OPERATIONS.filter((entry) => entry.folder === folder)
			.filter(({ operation }) => ['keyed', 'reconcilable'].includes(operation.retry))
			.map(({ resource, operation }) => `${resource.value}/${operation.value}`);
		expect([
			...creates
				.filter((name) => !said.includes(name))
				.map((name) => `${file}: add a case of ${name} to "otherCreates"`),
			...said
				.filter((name) => !creates.includes(name))
				.map(
					(name) =>
						`${file}: ${name} is no create of kind keyed or reconcilable, take its case away or declare its "retry"`,
				),
		]).toEqual([]);
	});

	it('says how to end what its create makes, where the form has Skip If Already Open', () => {
		const create = OPERATIONS.find(
			(entry) =>
				entry.folder === folder &&
				entry.resource.value === own?.create.resource &&
				entry.operation.value === own.create.operation,
		);
		const skips = JSON.stringify(create?.operation.properties ?? []).includes('"skipIfOpen"');
		expect(
			missing(
				!own || (skips ? own.create.close !== undefined : own.create.key !== undefined),
				`${file}: "create" needs "close" where the form has skipIfOpen, else "key", the additional field for a key`,
			),
		).toEqual([]);
	});

	it('has a page in docs with the table of its operations', () => {
		const page = pageOf(folder);
		expect([
			...missing(exists(page), `${page}: write the user's page, as the other vendors' pages are`),
			...missing(
				!exists(page) || /<!-- operations -->\n[^]*<!-- \/operations -->/.test(textOf(page)),
				`${page}: add the marks "<!-- operations -->" and "<!-- /operations -->", each on a line, and run npm run generate -- test/${folder}/`,
			),
		]).toEqual([]);
	});

	it('has facts with sources', () => {
		const facts = `docs/facts/${folder.toLowerCase()}.md`;
		expect(
			missing(
				exists(facts) && /https:\/\//.test(textOf(facts)),
				`${facts}: write down what the API does, each fact with its source`,
			),
		).toEqual([]);
	});

	it('has an example for each node, and the life of an incident', () => {
		const life = `examples/life-${folder.toLowerCase()}.json`;
		const unused = nodes
			.map(({ node }) => node.description.name)
			.filter((name) => !EXAMPLES.some((text) => text.includes(`${packageName}.${name}"`)));
		expect([
			...unused.map((name) => `examples/: add a workflow that uses ${name}`),
			...missing(
				exists(life),
				`${life}: copy another vendor's and change what belongs to the vendor: type, parameters and credentials of its nodes`,
			),
		]).toEqual([]);
	});

	it('has an example for each trigger, which a real n8n runs', () => {
		const triggers = nodes
			.filter(({ node }) => node.description.group.includes('trigger'))
			.map(({ node }) => node.description.name);
		expect(
			triggers
				.filter((name) => !STARTED.includes(`${packageName}.${name}`))
				.map(
					(name) =>
						`test/${folder}/trigger/examples.ts: add to "examples", a TriggerExample[] (test/host/trigger-examples.ts), a workflow that begins with ${name}`,
				),
		).toEqual([]);
	});

	it('has a case for deliveries where a trigger receives them, and one for a real n8n where it keeps a subscription', () => {
		const trigger = (file: string) => `${folder}/trigger/${file}`;
		expect([
			...missing(
				!exists(`nodes/${trigger('receiver.ts')}`) || exists(`test/${trigger('deliveryCase.ts')}`),
				`test/${trigger('deliveryCase.ts')}: export "deliveryCase", a DeliveryCase (test/support/deliveryCase.ts)`,
			),
			...missing(
				!exists(`nodes/${trigger('subscription.ts')}`) || exists(`test/${trigger('case.ts')}`),
				`test/${trigger('case.ts')}: export "triggerCase", a TriggerCase (test/host/trigger-cases.ts)`,
			),
		]).toEqual([]);
	});
});
