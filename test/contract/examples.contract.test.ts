import type { IDataObject } from 'n8n-workflow';

import { name } from '../../package.json';
import { NODES, TRIGGERS } from '../support/catalogue';
import { filesBelow, textOf } from '../support/files';

interface Example {
	nodes: Array<{ name: string; type: string; parameters: IDataObject; credentials?: IDataObject }>;
	connections: { [from: string]: unknown };
}

const OURS = [...NODES, ...TRIGGERS].map(({ node }) => `${name}.${node.description.name}`);
const EXAMPLES = filesBelow('examples', '.json').map(
	(file) => [file, JSON.parse(textOf(file)) as Example] as const,
);

it('finds the examples', () => expect(EXAMPLES.length).toBeGreaterThanOrEqual(OURS.length));

describe.each(EXAMPLES)('%s', (_, { nodes, connections }) => {
	const notes = nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
	const content = String(notes[0]?.parameters.content ?? '');

	it('has a note that says what it does and what to set up', () => {
		expect(notes).toHaveLength(1);
		expect(content).toMatch(/^## .+\n.{40,}\n\n\*\*To set it up\*\*\n\n1\. /);
	});

	it('names nodes in the note that are there', () => {
		const bold = [...content.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name]) => name);
		const labels = ['To set it up', 'It pages whoever is on call'];
		const names = nodes.map(({ name }) => name);
		expect(bold.filter((name) => ![...names, ...labels].includes(name))).toEqual([]);
	});

	it('leaves what is chosen from a list to people, and says so', () => {
		const locators = nodes.flatMap(({ name, parameters }) =>
			Object.values(parameters).flatMap((value) =>
				(value as IDataObject | null)?.mode === 'list' ? [{ name, ...(value as IDataObject) }] : [],
			),
		);
		for (const { name, ...rest } of locators) {
			expect(rest).toEqual({ __rl: true, mode: 'list', value: '' });
			expect(content).toMatch(new RegExp(`\\*\\*${name}\\*\\*: its \\*Service\\* is empty`));
		}
	});

	it('holds no credential, and connects every node but the note', () => {
		// An agent has them under a longer name.
		const used = nodes.filter(({ type }) => OURS.includes(type.replace(/(Hitl)?Tool$/, '')));
		expect(used.length).toBeGreaterThan(0);
		for (const { credentials = {} } of used) {
			expect(Object.values(credentials)).toEqual(Object.values(credentials).map(() => ({})));
		}
		const ends = JSON.stringify(connections);
		const loose = nodes.filter(
			({ name, type }) =>
				type !== 'n8n-nodes-base.stickyNote' &&
				!(name in connections) &&
				!ends.includes(JSON.stringify(name)),
		);
		expect(loose).toEqual([]);
	});
});
