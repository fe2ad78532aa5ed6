import { FormIssue } from '../../shared/ground/failures';
import type { Reader } from '../../shared/run/operation';
import { placesOf, type Diagram, type StageNode, type StagePlace } from '../api/diagrams';
import { plain } from '../api/stage';

/** Which stage of an organization an operation means. */
export interface Goal {
	/** As it is said of the incident: "acknowledged". */
	word: string;
	/** The stage's name as DevRev ships it first, then what it is also called. docs/facts/devrev.md#stages. */
	names: string[];
	/** Where the diagram marks it. */
	byMark?: (node: StageNode) => boolean;
	/** Where none has such a name, by states. The stages come in their order. */
	byState?: (stages: PlacedStage[]) => StageNode | undefined;
}

export type PlacedStage = StageNode & StagePlace;

/** Over, but not because it was solved. */
const NOT_SOLVED = /cancel|duplicate|reject|invalid|declin|discard|merge|wont/;

/** The first stage after the start's state in which somebody works on it. */
export const acknowledged: Goal = {
	word: 'acknowledged',
	names: ['acknowledged'],
	byState: (stages) => {
		const start = stages.find(({ isStart }) => isStart);
		return stages.find(
			({ isStart, isFinal, state }) =>
				!isStart && !isFinal && (start ? state !== start.state : state === 'in_progress'),
		);
	},
};

/** No state stands for it, so only a name can tell. */
export const mitigated: Goal = { word: 'mitigated', names: ['mitigated', 'monitoring'] };

/** Else the only stage that is over because the incident was solved. */
export const resolved: Goal = {
	word: 'resolved',
	names: ['resolved', 'closed', 'done', 'solved', 'fixed'],
	byState: (stages) => {
		const over = stages.filter(({ isFinal, name }) => isFinal && !NOT_SOLVED.test(plain(name)));
		return over.length === 1 ? over[0] : undefined;
	},
};

/** Where the diagram starts. */
export const reopened: Goal = {
	word: 'open again',
	names: ['triage'],
	byMark: ({ isStart }) => isStart,
	byState: (stages) => stages.find(({ isFinal, state }) => !isFinal && state === 'open'),
};

/**
 * The stage of the organization for a goal: by its mark, by its name, else by its state.
 * @throws FormIssue when it cannot be told
 */
export async function findTarget(
	reader: Reader,
	{ nodes, isWhole }: Diagram,
	{ word, names, byMark, byState }: Goal,
): Promise<StageNode> {
	const inUse = nodes.filter(({ isDeprecated }) => !isDeprecated);
	const marked = byMark && inUse.find(byMark);
	const [named] = names.flatMap((wanted) => inUse.find(({ name }) => plain(name) === wanted) ?? []);
	const found = marked ?? named;
	if (found) return found;
	// A list of all stages holds those of other objects, whose states say nothing here.
	const byItsState = isWhole && byState ? byState(await placed(reader, inUse)) : undefined;
	if (byItsState) return byItsState;
	throw new FormIssue(
		`No stage of the DevRev organization can be told to mean '${word}'`,
		`Choose it in 'Stage' under 'Options'. ${listOf('There are', inUse)}.`,
	);
}

/**
 * The stage that the user chose.
 * @throws FormIssue when the incident cannot have it
 */
export function chosenTarget({ nodes, isWhole }: Diagram, id: string): StageNode {
	const found = nodes.find((node) => node.id === id);
	if (found) return found;
	if (!isWhole) return { id, name: id, isStart: false, isDeprecated: false };
	throw new FormIssue(
		`'Stage' is not a stage that this incident can have: ${id}`,
		`Choose it from the list. ${listOf('There are', nodes)}.`,
	);
}

/** "Allowed are: triage, fixing", or that there are none. */
export function listOf(label: string, nodes: StageNode[]): string {
	return `${label}: ${nodes.map(({ name }) => name).join(', ') || 'none'}`;
}

async function placed(reader: Reader, nodes: StageNode[]): Promise<PlacedStage[]> {
	const places = await placesOf(reader);
	return nodes
		.flatMap((node) => {
			const place = places.get(node.id);
			return place ? [{ ...node, ...place }] : [];
		})
		.sort((a, b) => a.ordinal - b.ordinal);
}
