import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../wire/client';
import { Fault } from '../ground/failures';
import type { ListOperation } from './operation';
import type { ApiRequest, Reply } from '../wire/request';
import { pages } from '../wire/paging';
import type { Parameters } from '../form/parameters';

/** Rows that a filter applied here reads at most while a limit is set, or twice a higher limit. */
const MAX_SEARCHED = 2_000;

/** What one item wants of a list. */
export interface ListPlan {
	/** The rows wanted; Infinity for all. */
	wanted: number;
	/** A filter that the vendor lacks. */
	keep?: (row: IDataObject) => boolean;
	/** Adds to rows what the filter or the common shape needs and the list may lack. */
	complete?: (rows: IDataObject[]) => Promise<IDataObject[]>;
	/** Lists to read after the first, finished. */
	further?: ApiRequest[];
}

/**
 * Reads what an item says about the list. Pure.
 * @throws FormIssue on bad input
 */
export function planList(
	operation: ListOperation,
	parameters: Parameters,
	finish: (request: ApiRequest) => ApiRequest,
): ListPlan {
	const keep = operation.keep?.(parameters);
	const further = operation.further?.(parameters).map(finish);
	return { wanted: wantedOf(parameters), keep, further };
}

/**
 * The rows that "Return All" and "Limit" ask for; Infinity for all. Pure.
 * @throws FormIssue on a limit below 1
 */
export function wantedOf(parameters: Parameters): number {
	if (parameters.boolean('returnAll')) return Infinity;
	const limit = parameters.integer('limit') ?? 50;
	if (limit >= 1) return limit;
	return parameters.refuse(
		'limit',
		`cannot be ${limit}`,
		"Use 1 or more, or switch on 'Return All'",
	);
}

type Reading = Pick<ListOperation, 'paging' | 'rows' | 'retry'>;

/**
 * Reads a list page by page, up to the limit or to the end; each row goes through `shape` as it
 * comes, so that no second copy of the list is held.
 * @throws Fault when a page cannot be read
 */
export async function readList(
	client: Client,
	operation: Reading & Pick<ListOperation, 'absent'>,
	first: ApiRequest,
	plan: ListPlan = { wanted: Infinity },
	shape?: (row: IDataObject) => IDataObject,
): Promise<IDataObject[]> {
	const { absent } = operation;
	return await readPages(client, operation, first, plan, shape).catch((failure: unknown) => {
		const notice = failure instanceof Fault ? absent?.(failure.details, first) : undefined;
		if (!notice) throw failure;
		client.notices.add(notice);
		return [];
	});
}

async function readPages(
	client: Client,
	operation: Reading,
	first: ApiRequest,
	{ wanted, keep, complete, further = [] }: ListPlan,
	shape: undefined | ((row: IDataObject) => IDataObject),
): Promise<IDataObject[]> {
	const { paging, retry } = operation;
	const isNew = unseen();
	const isWhole = (reply: Reply) => operation.rows(reply) !== undefined;
	const found: IDataObject[] = [];
	let searched = 0;
	const source = {
		paging,
		// A filter applied here leaves a part of each page, so ask for whole pages then.
		wanted: keep ? Infinity : wanted,
		fetch: (request: ApiRequest) => client.send(request, retry, { isWhole }),
		rows: (reply: Reply) => operation.rows(reply) ?? [],
		onCeiling: (advice: string) => client.notices.add(advice),
		onRepeat: (rows: number) =>
			client.notices.add(
				`${client.vendor.name} kept sending the same entries: the list ends after ${rows}. It may be incomplete; a gateway in between may drop what asks for the next page`,
			),
	};
	for (const list of [first, ...further]) {
		for await (const page of pages({ ...source, first: list })) {
			const whole = complete && (shape || keep) ? await complete(page) : page;
			page.forEach((row, index) => {
				if (!isNew(row) || (keep && !keep(whole[index]))) return;
				found.push(shape ? shape(whole[index]) : row);
			});
			searched += page.length;
			if (found.length >= wanted) return found.slice(0, wanted);
			if (keep && wanted !== Infinity && searched >= Math.max(MAX_SEARCHED, 2 * wanted)) {
				client.notices.add(
					`Only the first ${searched} entries were searched for the filters. Switch on 'Return All' to search them all`,
				);
				return found;
			}
		}
	}
	return found;
}

/** Lists shift while they are read: what moves to the next page would come out twice. */
function unseen(): (row: IDataObject) => boolean {
	const seen = new Set<unknown>();
	return ({ id }) => {
		if (id === undefined) return true;
		const isNew = !seen.has(id);
		seen.add(id);
		return isNew;
	};
}
