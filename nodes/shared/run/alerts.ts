import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { dealt } from '../alerts/dealt';
import { alertFields, alertOptions } from '../alerts/form';
import { readAlerts } from '../alerts/read';
import type { Told } from '../alerts/told';
import { collection, simplify } from '../form/fields';
import type { Parameters } from '../form/parameters';
import { cut } from '../ground/characters';
import type { ApiRequest } from '../wire/request';
import type { GroupOperation, PartPlan, Steps } from './operation';

/**
 * What became of an alert. `triggered` is of vendors that take it and do not say whether it opened something;
 * `unchanged` met something open; `none` had nothing to do.
 */
export type AlertAction = 'created' | 'updated' | 'unchanged' | 'triggered' | 'resolved' | 'none';

/** What was done about one alert, and the vendor's object that it is about now; null where there is none. */
export interface Dealt {
	action: AlertAction;
	record: IDataObject | null;
}

/** How a vendor's resource takes an alert. */
export interface AlertTarget {
	/** The resource in small letters: "incident". */
	noun: string;
	description: string;
	/** The vendor's own fields; its "Options" are those of this collection. */
	properties: INodeProperties[];
	options?: INodeProperties[];
	checkAfterUnknown: string;
	/** The vendor's object in the common shape. */
	simplify: (record: IDataObject, request: ApiRequest) => IDataObject;
	/**
	 * What is to be done about one alert that is firing or over. Pure; throws FormIssue on bad input.
	 * `request` is checked before anything is sent for any item.
	 */
	about: (
		told: Told,
		parameters: Parameters,
	) => { request: ApiRequest; deal: (steps: Steps) => Promise<Dealt> };
}

/** Characters of a title in a message. */
const MOST_SHOWN = 60;

/** "Send From Alert": one task for each alert, whose writes about one problem keep the order of the alerts. */
export function sendFromAlert(target: AlertTarget): GroupOperation {
	return {
		value: 'sendFromAlert',
		name: 'Send From Alert',
		action: `Send ${target.noun} from alert`,
		description: target.description,
		retry: 'keyed',
		checkAfterUnknown: target.checkAfterUnknown,
		properties: [
			...alertFields,
			...target.properties,
			simplify,
			collection('Options', 'options', [...alertOptions, ...(target.options ?? [])]),
		],
		plans: (parameters) => {
			const alerts = readAlerts(parameters);
			return alerts.map((told, index) => ({
				...planOf(target, told, parameters),
				part: partOf(told, index, alerts.length),
			}));
		},
	};
}

function partOf({ title }: Told, index: number, count: number): string | undefined {
	return count > 1 ? `alert ${index + 1} of ${count} "${cut(title, MOST_SHOWN)}"` : undefined;
}

function planOf(target: AlertTarget, told: Told, parameters: Parameters): PartPlan {
	const { request, deal } = target.about(told, parameters);
	const isSimple = parameters.boolean('simplify');
	const run = async (steps: Steps) => {
		const { action, record } = await steps.inTurn(`alert ${told.key}`, async () => {
			const left = await leftAlone(steps, told, parameters);
			if (left) return left;
			try {
				return await deal(steps);
			} finally {
				// Also where it failed: it may have been done.
				dealt.note(told.key);
			}
		});
		const incident = record && isSimple ? target.simplify(record, request) : record;
		return [{ action, alert: shownOf(told), incident }];
	};
	return { request, run };
}

/** What calls for nothing, and is told. */
async function leftAlone(
	steps: Steps,
	told: Told,
	parameters: Parameters,
): Promise<Dealt | undefined> {
	const nothing: Dealt = { action: 'none', record: null };
	if (told.state === 'none') {
		steps.notice(`For some alerts nothing was sent: it was ${told.reason ?? 'nothing to act on'}`);
		return nothing;
	}
	if (told.state === 'firing' || parameters.group('options').boolean('resolveWhenOver') !== false)
		return;
	steps.notice("Some alerts were over, and 'Resolve When Over' is off: nothing was sent for them");
	return nothing;
}

/** What only vendors need of an alert. */
const UNSHOWN = ['details', 'isWritten'];

/** The alert as it comes out: what was read of it. */
function shownOf(told: Told): IDataObject {
	const links = told.links.map((link) => ({ ...link }));
	const shown = Object.entries({ ...told, links, reason: told.reason ?? null });
	return Object.fromEntries(shown.filter(([name]) => !UNSHOWN.includes(name)));
}

/** What can be done about the object that an alert has opened. */
export interface Doings {
	/** Those that the alert has opened and that are open, newest first. */
	open: () => Promise<IDataObject[]>;
	create: () => Promise<IDataObject[]>;
	/** Changes what has become different; undefined where nothing has. */
	update: (row: IDataObject) => Promise<IDataObject[] | undefined> | undefined;
	resolve: (row: IDataObject) => Promise<IDataObject[]>;
}

/** Opens, updates or resolves what belongs to an alert, at a vendor whose open objects can be found. */
export async function openOrClose(
	steps: Steps,
	told: Told,
	parameters: Parameters,
	{ open, create, update, resolve }: Doings,
): Promise<Dealt> {
	const rows = await open();
	if (told.state === 'resolved') {
		let last: IDataObject | null = null;
		for (const row of rows) last = first(await resolve(row)) ?? row;
		if (last) return { action: 'resolved', record: last };
		steps.notice(
			'Some alerts were over, and nothing that they had opened was open: nothing was sent for them',
		);
		return { action: 'none', record: null };
	}
	const [row] = rows;
	if (!row) return { action: 'created', record: first(await create()) };
	const isWanted = parameters.group('options').option<string>('whenFiringAgain') !== 'leave';
	const updated = isWanted ? await update(row) : undefined;
	if (updated) return { action: 'updated', record: first(updated) ?? row };
	steps.notice(
		'Some alerts met what they had opened before: it is put out, and no second one was made',
	);
	return { action: 'unchanged', record: row };
}

function first([record]: IDataObject[]): IDataObject | null {
	return record ?? null;
}

/**
 * What a list shows, for vendors that cannot be asked by a key: read once for all alerts of a run, and anew for a
 * problem that this process has dealt with since.
 */
export async function listedOnce(
	steps: Steps,
	{ key }: Told,
	name: string,
	read: () => Promise<IDataObject[]>,
): Promise<IDataObject[]> {
	const { turn, rows } = await steps.once(name, async () => {
		const now = dealt.now();
		return { turn: now, rows: await read() };
	});
	return dealt.isSince(key, turn) ? await read() : rows;
}
