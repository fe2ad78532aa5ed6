import type { INodeType } from 'n8n-workflow';
import * as host from 'n8n-workflow';

import { name as PACKAGE } from '../../../package.json';
import { checkHost, OLDEST_N8N } from '../../../nodes/shared/ground/host';
import { OLDER_VERSIONS } from '../../host/install';
import { CREDENTIALS, NODES, TRIGGERS } from '../../support/catalogue';
import { filesBelow, textOf } from '../../support/files';
import { catalogueWithout } from '../../support/oldHost';

/** What the code imports from n8n's module beside types. */
const IMPORTED = [
	...new Set(
		filesBelow('nodes', '.ts').flatMap((file) =>
			[...textOf(file).matchAll(/import \{([^}]+)\} from 'n8n-workflow'/g)].flatMap(([, names]) =>
				names.split(',').map((each) => each.trim()),
			),
		),
	),
	'NodeConnectionTypes',
	'LoggerProxy',
];

/** The functions of a node that n8n calls and that need anything, with a context of a node and an empty form. */
function callsOf(node: INodeType): Array<() => unknown> {
	const context = {
		getNode: () => ({ name: 'Ours', type: 'ours', parameters: {} }),
		getCurrentNodeParameter: () => undefined,
	};
	const { methods, webhookMethods } = node;
	const hooks = webhookMethods?.default;
	const isAction = !node.description.group.includes('trigger');
	return [
		...(isAction && node.execute ? [node.execute] : []),
		...(node.poll ? [node.poll] : []),
		...(hooks ? [hooks.checkExists, hooks.create] : []),
		...Object.values(methods?.listSearch ?? {}),
		...Object.values(methods?.loadOptions ?? {}),
		...Object.values(methods?.resourceMapping ?? {}),
	].map((call) => async () => await (call as () => unknown).call(context));
}

it('uses what the test knows about', () => {
	expect(IMPORTED).toEqual(expect.arrayContaining(['sleep', 'NodeApiError', 'validateFieldType']));
	expect(IMPORTED.filter((each) => !(each in host))).toEqual([]);
});

it.each([...IMPORTED.map((each) => [each]), IMPORTED])(
	'n8n starts where its module has no %s',
	(...missing) => {
		const old = catalogueWithout(missing);
		const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
		const described = ({
			NODES: nodes,
			TRIGGERS: triggers,
		}: Pick<typeof old, 'NODES' | 'TRIGGERS'>) =>
			plain([...nodes, ...triggers].map(({ node }) => node.description));
		expect(described(old)).toEqual(described({ NODES, TRIGGERS }));
		expect(plain(old.CREDENTIALS)).toEqual(plain(CREDENTIALS));
	},
);

/** All that is used while a node runs; without the last one the failure is a plain one. */
const NEEDED = IMPORTED.filter((each) => each !== 'LoggerProxy').map((each) => [
	each,
	each === 'NodeOperationError' ? 'TypeError' : 'NodeOperationError',
]);

it.each(NEEDED)('without %s whatever is run says which n8n it needs', async (missing, error) => {
	const { NODES: nodes, TRIGGERS: triggers } = catalogueWithout([missing]);
	const calls = [...nodes, ...triggers].flatMap(({ node }) => callsOf(node));
	expect(calls.length).toBeGreaterThan(10 * nodes.length);
	const said = await Promise.all(
		calls.map(async (call) => {
			try {
				await call();
				return undefined;
			} catch (failure) {
				const { message, description, name } = failure as Error & { description?: string };
				return { name, text: [message, description].filter(Boolean).join('. ') };
			}
		}),
	);
	const text = `${PACKAGE} needs n8n ${OLDEST_N8N} or newer. This n8n is older: it lacks ${missing}. Update n8n. Nothing was sent.`;
	expect(said).toEqual(calls.map(() => ({ name: error, text })));
});

it('n8n with everything is let through', () => {
	const node = { name: 'Ours' } as Parameters<typeof checkHost>[0];
	expect(() => checkHost(node)).not.toThrow();
});

it('the oldest n8n that is named is the oldest that `npm run test:versions` tries, on every page', () => {
	const inOrder = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
	const [oldest] = OLDER_VERSIONS.map(({ n8n }) => n8n).sort(inOrder);
	expect(OLDEST_N8N).toBe(oldest);
	for (const page of ['README.md', 'docs/n8n-versions.md', 'test/host/demo.js']) {
		expect(textOf(page)).toContain(OLDEST_N8N);
	}
});
