import type { IDataObject } from 'n8n-workflow';

import { reliabilityRecord as commonRecord } from '../../shared/records/reliabilityRecord';
import type { GroupBy, Period, Reliability } from './reliability';

/** One group's figures in the shape of all vendors. Bleemeo does not show when a problem was acknowledged. */
export function reliabilityRecord(
	{ agentId, metricId, severity = null, mttr, mttf, mtbf, threads, leftOut }: Reliability,
	groupBy: GroupBy,
	period: Period,
): IDataObject {
	const thread = (count: number, why: string) => ({ count, noun: 'thread', why });
	const event = (count: number, why: string) => ({ count, noun: 'event', why });
	return commonRecord({
		provider: 'bleemeo',
		groupBy,
		groupId: metricId ?? (groupBy === 'metric' ? null : (agentId ?? severity)),
		groupName: severity,
		period,
		figures: {
			mtta: null,
			mttr,
			mttf,
			mtbf,
			...threads,
			acknowledged: 0,
			begunBefore: leftOut.threadsBegunBefore,
			withoutOpening: leftOut.threadsWithoutOpening,
		},
		knowsAcknowledged: false,
		noun: 'thread',
		leftOut: {
			threadsBegunBefore: thread(leftOut.threadsBegunBefore, 'that began before the period'),
			threadsWithoutOpening: thread(leftOut.threadsWithoutOpening, 'that began with an OK'),
			infoEvents: { count: leftOut.infoEvents, noun: 'Info event', why: '' },
			eventsWithoutThread: event(leftOut.eventsWithoutThread, 'without a thread'),
			eventsWithoutTime: event(leftOut.eventsWithoutTime, 'without a time'),
		},
		incidentsLeftOut: leftOut.threadsBegunBefore + leftOut.threadsWithoutOpening,
		more: { agentId, metricId },
	});
}
