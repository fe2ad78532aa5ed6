import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { startSandbox, type Vendor } from '../sandbox';
import { runNode, type NodeRun } from '../support/engine';
import { stormItems } from './runStorm';
import { tally, type Tally } from './tally';
import { TARGETS } from './targets';

/** What one process is to create. */
export interface Share {
	vendor: Vendor;
	parameters: IDataObject;
	credentials: NodeRun['credentials'];
	items: IDataObject[];
	executionId: string;
}

/** What became of it. */
export interface Outcome {
	items: INodeExecutionData[];
	hints: string[];
	error?: string;
}

export interface BesidePlan {
	items: number;
	seed: number;
	rate: number;
	latencyMs: number;
	/** Whether the processes write the same, or the same but for one field. */
	kind: 'same' | 'other';
}

export interface BesideFigures extends Tally {
	/** Doubles that a run names to the user. */
	named: number;
	error?: string;
}

/** Runs in a process of its own. */
export async function runShare({ vendor, ...share }: Share): Promise<Outcome> {
	const { items, hints, error } = await runNode({
		...share,
		node: TARGETS[vendor].node,
		parameters: share.parameters as INodeParameters,
		onError: 'continueRegularOutput',
	});
	return {
		items: items.map(({ json, pairedItem }) => ({ json, pairedItem })),
		hints: hints.map(({ message }) => message),
		error: error?.message,
	};
}

/**
 * Two processes that know nothing of each other create alike objects at the same time, under seeded faults.
 * @param inProcess runs a share in a process of its own
 */
export async function runBeside(
	vendor: Vendor,
	{ items, seed, rate, latencyMs, kind }: BesidePlan,
	inProcess: (share: Share) => Promise<Outcome>,
): Promise<BesideFigures> {
	const sandbox = await startSandbox();
	try {
		const { credential, create, parameters, stored } = TARGETS[vendor];
		const wanted = stormItems({ items, seed });
		sandbox.recording(false);
		sandbox.latency(latencyMs);
		sandbox.lag(vendor, 500);
		sandbox.chaos(vendor, { seed, rate, isWide: true });
		const share = (process: number): Share => ({
			vendor,
			parameters: {
				...parameters(sandbox),
				// The longer text is the one field that differs.
				additionalFields: {
					[create.text]: `on host ${kind === 'same' ? 'db' : `db-${process}`}`,
				},
			},
			credentials: { [credential]: { ...sandbox.credentials[credential] } },
			items: wanted,
			executionId: `execution-${process}`,
		});
		const outcomes = await Promise.all([1, 2].map(async (one) => await inProcess(share(one))));
		const output = outcomes.flatMap((outcome, process) =>
			outcome.items.map(({ json, pairedItem }) => ({
				json,
				pairedItem: { item: (pairedItem as { item: number }).item + process * wanted.length },
			})),
		);
		return {
			...tally([...wanted, ...wanted], output, stored(sandbox)),
			named: outcomes
				.flatMap(({ hints }) => hints)
				.filter((hint) => hint.includes('two that are alike')).length,
			error: outcomes.find(({ error }) => error)?.error,
		};
	} finally {
		await sandbox.stop();
	}
}
