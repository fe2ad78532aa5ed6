import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { Parameters } from '../form/parameters';
import { FormIssue } from '../ground/failures';
import { checkHost } from '../ground/host';
import { asObject, isObject } from '../ground/values';
import type { Reader } from '../run/operation';
import { readerOf } from '../run/reader';
import { Client } from '../wire/client';
import { chosenVendor, type VendorChoice } from '../wire/vendor';
import { formReader, valueOf, type TriggerForm } from './form';
import { PATIENCE_MS, pollAlone } from './poll';

/** Places that a manual run shows. */
const SHOWN = 5;

/** Who or what is at one place now. */
export interface Standing {
	/** The place: the same each time. */
	place: string;
	/** What the place is called and the like; kept, for there may be nobody there next time. */
	about: IDataObject;
	/** By ID, what is kept of each: a name. */
	there: { [id: string]: string };
	/** The vendor's rows, which are not kept. */
	rows: IDataObject[];
}

/** What has become of one place. */
export interface Change extends Standing {
	came: string[];
	/** With their names: the vendor's rows do not tell of them any more. */
	went: Array<{ id: string; name: string }>;
}

/**
 * Something that holds at a moment, such as who is on call: what has become different since the last poll starts
 * the workflow. All functions but `read` are pure.
 */
export interface Watching {
	vendor: VendorChoice;
	form: TriggerForm;
	/** What a poll does, as errors name it: "Look who is on call". */
	action: string;
	/** What is watched, out of the form: with another choice it begins anew. FormIssue on bad input. */
	scope: (parameters: Parameters) => unknown;
	/**
	 * How it is now.
	 * @param now by the vendor's clock, as far as an answer has shown it; milliseconds since the epoch
	 */
	read: (parameters: Parameters, reader: Reader, now: () => number) => Promise<Standing[]>;
	/** True for what starts the workflow. It must not influence the state. */
	isWanted: (parameters: Parameters) => (change: Change) => boolean;
	item: (change: Change, now: string) => IDataObject;
}

/** What is kept between polls. */
interface WatchState {
	scope: string;
	places: { [place: string]: Pick<Standing, 'about' | 'there'> };
}

/**
 * One poll: what is different from the last one, each difference once. The first poll, and the first one after
 * another choice in the form, remembers how it is and gives nothing; a manual run shows how it is. The state is
 * written when all has been read, so that a poll that fails leaves all to the next one. What a poll without items
 * leaves may be lost with a restart: then the state before counts, which differs at most by what the filters hold
 * back. docs/design.md#static-data.
 * @returns null when nothing is different
 * @throws NodeApiError or NodeOperationError that says what to do
 */
export async function watch(
	context: IPollFunctions,
	watching: Watching,
): Promise<INodeExecutionData[][] | null> {
	checkHost(context.getNode());
	const vendor = chosenVendor(watching.vendor, (name) => valueOf(context, name));
	const stored = () => context.getWorkflowStaticData('node');
	const isUnderWay = () => readState(stored()) !== undefined;
	return await pollAlone(context, { ...watching, vendor }, isUnderWay, async (isManual) => {
		const parameters = formReader(context, watching.form);
		const scope = JSON.stringify(watching.scope(parameters));
		const isWanted = watching.isWanted(parameters);
		const client = await Client.open(context, vendor, { patienceMs: PATIENCE_MS });
		const clock = () => Date.now() + (client.gate.skewMs ?? 0);
		const standing = await watching.read(parameters, readerOf(client), clock);
		const now = new Date(clock()).toISOString();
		const itemsOf = (changes: Change[]) =>
			changes.map((change) => ({ json: watching.item(change, now) }));
		if (isManual) return itemsOf(shown(standing));
		const before = readState(stored());
		const changes = before?.scope === scope ? changesSince(before, standing) : [];
		const items = itemsOf(changes.filter(isWanted));
		Object.assign(stored(), { scope, places: placesOf(standing) });
		return items;
	});
}

/** How it is now, for somebody who looks at the node. */
function shown(standing: Standing[]): Change[] {
	if (standing.length) {
		return standing.slice(0, SHOWN).map((one) => ({ ...one, came: [], went: [] }));
	}
	throw new FormIssue(
		'There is nothing to show yet',
		'Nothing that is watched holds at this moment. The published workflow starts with the next change.',
	);
}

/** What is different, in the order of the places now; what is left by all comes last. Pure. */
export function changesSince({ places }: WatchState, standing: Standing[]): Change[] {
	const left = Object.entries(places)
		.filter(([place]) => !standing.some((one) => one.place === place))
		.map(([place, { about }]): Standing => ({ place, about, there: {}, rows: [] }));
	return [...standing, ...left].flatMap((one) => {
		const before = places[one.place]?.there ?? {};
		const came = Object.keys(one.there).filter((id) => !(id in before));
		const went = Object.entries(before)
			.filter(([id]) => !(id in one.there))
			.map(([id, name]) => ({ id, name }));
		return came.length || went.length ? [{ ...one, came, went }] : [];
	});
}

/** What is kept. Pure. */
function placesOf(standing: Standing[]): WatchState['places'] {
	return Object.fromEntries(
		standing.map(({ place, about, there }) => [place, { about, there }]),
	) as WatchState['places'];
}

/** The state as n8n gives it back; undefined when there is none, or none that can be used. Pure. */
function readState({ scope, places }: IDataObject): WatchState | undefined {
	if (typeof scope !== 'string' || !isObject(places)) return;
	const known = Object.entries(places).map(([place, kept]) => {
		const { about, there } = asObject(kept);
		return [place, { about: asObject(about), there: asObject(there) }];
	});
	return { scope, places: Object.fromEntries(known) as WatchState['places'] };
}
