import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { forgetGates } from '../../nodes/shared/wire/gate';
import { LOOKS } from '../../nodes/shared/run/create/inquiry';
import { forgetLedgers } from '../../nodes/shared/run/create/ledger';
import { LIMITS } from '../../nodes/shared/wire/retry';
import { startSandbox } from '../sandbox';
import type { ChaosPlan, ChaosReport, Sandbox, Vendor } from '../sandbox';
import { randomFrom } from '../sandbox/core/random';
import { runNode } from '../support/engine';
import { tally, type Tally } from './tally';
import { TARGETS } from './targets';

export interface StormPlan {
	items: number;
	/** Decides the titles and the faults. */
	seed: number;
	/** The share of the creates that is spoiled; a tenth unless given. */
	rate?: number;
	/** How long the vendor takes for each answer; 5 ms unless given, so that requests overlap. */
	latencyMs?: number;
	/** The vendor's clock runs so far ahead. */
	skewMs?: number;
	/** `all`: sign-in and look-ups are spoiled too. */
	routes?: ChaosPlan['routes'];
	kinds?: ChaosPlan['kinds'];
	/** With late writes, texts stored otherwise and clocks apart among the faults. */
	isWide?: boolean;
	/** Lists show what is made only so much later. */
	lagMs?: number;
	/** Parameters to add to those of the create. */
	parameters?: IDataObject;
}

export interface StormFigures extends Tally {
	/** Everything that reached the vendor, look-ups and sign-in included. */
	requests: number;
	peakInFlight: number;
	chaos: ChaosReport;
	/** Doubles that the run names to the user. */
	named: number;
	/** Items that were told which objects may be theirs. */
	mayBe: number;
	/** The failure of the whole node, which is never to happen here. */
	error?: string;
}

/** One item in twenty shares its title with its neighbour, or with two. */
export function stormItems({ items, seed }: StormPlan): Array<{ title: string }> {
	const random = randomFrom(seed);
	const found: Array<{ title: string }> = [];
	while (found.length < items) {
		const draw = random();
		const alike = draw < 0.01 ? 2 : draw < 0.02 ? 3 : 1;
		const number = String(found.length).padStart(5, '0');
		const title = `Storm ${seed} #${number} – Störung „db“  🔥 <b>disk full</b> on the database host of the shop, for the third time today`;
		for (let copy = 0; copy < alike && found.length < items; copy++) found.push({ title });
	}
	return found;
}

/**
 * Creates many under seeded faults through the real engine, and counts what became of each item. On a
 * sandbox of its own: IDs repeat after a reset, and the nodes remember for a while which they have seen.
 */
export async function runStorm(vendor: Vendor, plan: StormPlan): Promise<StormFigures> {
	const sandbox = await startSandbox();
	try {
		return await stormOn(sandbox, vendor, plan);
	} finally {
		await sandbox.stop();
	}
}

async function stormOn(sandbox: Sandbox, vendor: Vendor, plan: StormPlan): Promise<StormFigures> {
	const { node, credential, parameters, stored } = TARGETS[vendor];
	const { seed, rate = 0.1, latencyMs = 5, skewMs = 0, routes, kinds, isWide, lagMs = 0 } = plan;
	const items = stormItems(plan);
	// The sandbox gives the same IDs again after a reset, which no vendor does.
	forgetGates();
	forgetLedgers();
	sandbox.recording(false);
	sandbox.latency(latencyMs);
	sandbox.skew(vendor, skewMs);
	sandbox.lag(vendor, lagMs);
	sandbox.chaos(vendor, { seed, rate, routes, kinds, isWide });
	const result = await runNode({
		node,
		parameters: { ...parameters(sandbox), ...plan.parameters } as INodeParameters,
		credentials: { [credential]: { ...sandbox.credentials[credential] } },
		items,
		onError: 'continueRegularOutput',
	});
	const { requests, peakInFlight } = sandbox.stats(vendor);
	return {
		...tally(items, result.items, stored(sandbox)),
		named: result.hints.filter(({ message }) => message.includes('two that are alike')).length,
		mayBe: result.items.filter(({ json }) => 'mayBe' in ((json.details ?? {}) as IDataObject))
			.length,
		requests,
		peakInFlight,
		chaos: sandbox.chaosReport(vendor),
		error: result.error?.message,
	};
}

/** Pauses of our own that are short enough for thousands of faults; the vendor's waits stay. */
export const QUICK = { firstDelayMs: 20, maxDelayMs: 200 };

/** Looks that follow each other as fast: for storms in which nothing comes late. */
const QUICK_LOOKS = { pausesMs: [20, 50, 100, 150, 200], lastMs: 20 };

/**
 * Shortens our own pauses. Returns the way back.
 * @param isPunctual false: the looks keep their pauses, because writes and lists come late
 */
export function quicken(isPunctual = true): () => void {
	const usual = [{ ...LIMITS }, { ...LOOKS }] as const;
	Object.assign(LIMITS, QUICK);
	if (isPunctual) Object.assign(LOOKS, QUICK_LOOKS);
	return () => {
		Object.assign(LIMITS, usual[0]);
		Object.assign(LOOKS, usual[1]);
	};
}
