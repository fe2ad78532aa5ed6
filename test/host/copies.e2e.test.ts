import { name as PACKAGE, version } from '../../package.json';
import type { Sandbox } from '../sandbox';
import { NODES } from '../support/catalogue';
import { formOf } from '../support/vendorCases';
import { VENDOR_FILES, type VendorFile } from '../support/vendorFile';
import { startHost } from './host';
import { preparePackage, prepareSandbox } from './prepare';
import { lineCount, withTwin } from './twin';

/** Another package with the same code, as one of a single vendor is. */
const TWIN = 'n8n-nodes-twin';
/** What a request takes, in milliseconds; and requests that a gate lets pass before it has seen an answer. */
const SLOW_MS = 2_000;
const FIRST_WIDTH = 5;

let host: Awaited<ReturnType<typeof startHost>>;
let sandbox: Sandbox;
let packages: Awaited<ReturnType<typeof withTwin>>;

beforeAll(async () => {
	const [tarball, sandboxModule] = await Promise.all([
		preparePackage(silent),
		prepareSandbox(silent),
	]);
	const { startSandbox } = jest.requireActual<typeof import('../sandbox')>(sandboxModule);
	sandbox = await startSandbox();
	packages = await withTwin({ tarball, name: TWIN });
	host = await startHost({ tarball: packages.own, beside: [packages.twin] });
}, 600_000);

const silent = { log: () => undefined };

afterAll(async () => {
	await host?.stop();
	await sandbox?.stop();
	packages?.remove();
}, 60_000);

/** Makes five objects whose titles differ. @returns the status of the execution */
async function createBy(
	packageName: string,
	{ vendor, node, create, credential, signedIn }: VendorFile,
) {
	const data = { ...sandbox.credentials[credential], ...signedIn?.(sandbox) };
	const { id, name } = await host.rest.createCredential(`Test ${vendor}`, credential, data);
	const workflow = await host.rest.createWorkflow({
		name: `Test ${packageName}`,
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{
				name: 'Items',
				type: 'n8n-nodes-base.code',
				typeVersion: 2,
				parameters: {
					jsCode: `return Array.from({ length: ${FIRST_WIDTH} }, (_, index) => ({ json: { index } }));`,
				},
			},
			{
				name: 'Ours',
				type: `${packageName}.${node.description.name}`,
				parameters: { ...formOf(create, sandbox), title: `=${packageName} {{ $json.index }}` },
				credentials: { [credential]: { id, name } },
			},
		],
		connections: {
			Start: { main: [[{ node: 'Items', type: 'main', index: 0 }]] },
			Items: { main: [[{ node: 'Ours', type: 'main', index: 0 }]] },
		},
	});
	const { status } = await host.rest.runToEnd(workflow.id, 'Start', { timeoutMs: 60_000 });
	return status;
}

it('n8n loads both', async () => {
	const types: Array<{ name: string }> = await host.rest.nodeTypes();
	const names = types.map(({ name }) => name);
	const own = NODES.map(({ node }) => node.description.name);
	expect(names).toEqual(
		expect.arrayContaining([PACKAGE, TWIN].flatMap((each) => own.map((name) => `${each}.${name}`))),
	);
});

it.each(VENDOR_FILES.map((file) => [file.name, file] as const))(
	'%s: both together have the width of one',
	async (_, file) => {
		sandbox.reset();
		const { vendor, create } = file;
		const { path } = create;
		sandbox.fault(vendor, { method: 'POST', path, delayMs: SLOW_MS, times: Infinity });
		const both = [PACKAGE, TWIN].map(async (each) => await createBy(each, file));
		expect(await Promise.all(both)).toEqual(['success', 'success']);
		const at = sandbox
			.requests(vendor)
			.filter((request) => request.method === 'POST' && request.path === path)
			.map((request) => request.at)
			.sort((a, b) => a - b);
		expect(at).toHaveLength(2 * FIRST_WIDTH);
		// A millisecond is lost where clocks are rounded.
		expect(at[FIRST_WIDTH] - at[0]).toBeGreaterThanOrEqual(SLOW_MS - 2);
	},
	90_000,
);

it("n8n's log says once that there are two", () => {
	const said = (one: string, other: string) =>
		`${one} ${version} runs beside ${other} ${version}. `;
	const both = [said(PACKAGE, TWIN), said(TWIN, PACKAGE)];
	expect(both.map((text) => lineCount(host.logFile, text)).sort()).toEqual([0, 1]);
});
