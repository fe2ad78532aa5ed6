import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../form/parameters';
import { MARKDOWN } from '../form/timelineFields';
import {
	newestFirst,
	timelineRecord,
	timelineReport,
	type TimelineRecord,
} from '../records/timeline';
import type { ApiRequest } from '../wire/request';
import { wantedOf } from './list';
import type { Steps, StepsPlan } from './operation';

/** How one vendor tells what happened to an incident. */
export interface TimelineSource {
	/** The request that is sent first. */
	request: ApiRequest;
	/** The vendor's entries; at least so many of the newest as are wanted, where there are. */
	entries: (steps: Steps, wanted: number) => Promise<IDataObject[]>;
	/** The entries in the common shape, one for one. Pure. */
	records: (entries: IDataObject[]) => TimelineRecord[];
	/** The incident in the common shape, for the head of a document. */
	incident: (steps: Steps, entries: IDataObject[]) => Promise<IDataObject>;
}

/**
 * What "Get Timeline" does for every vendor: items newest first, or one document oldest first.
 * @throws FormIssue on bad input
 */
export function timelinePlan(parameters: Parameters, source: TimelineSource): StepsPlan {
	const isDocument = parameters.option('output') === MARKDOWN;
	const wanted = isDocument ? Infinity : wantedOf(parameters);
	const isSimple = parameters.boolean('simplify') !== false;
	const run = async (steps: Steps) => {
		const raw = await source.entries(steps, wanted);
		const records = source.records(raw);
		const entries = newestFirst(raw.map((row, index) => ({ raw: row, record: records[index] })));
		if (isDocument) return [timelineReport(await source.incident(steps, raw), entries)];
		return entries
			.slice(0, wanted)
			.map((entry) => (isSimple ? timelineRecord(entry.record) : entry.raw));
	};
	return { request: source.request, run };
}

/** An entry is known only among its neighbours, so `timelinePlan` has brought it into its shape already. */
export const asPlanned = (row: IDataObject): IDataObject => row;
