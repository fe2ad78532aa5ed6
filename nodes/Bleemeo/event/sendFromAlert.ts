import type { IDataObject } from 'n8n-workflow';

import { whenFiringAgain } from '../../shared/alerts/form';
import { closingOf, uuidOf, type Told } from '../../shared/alerts/told';
import { without } from '../../shared/form/fields';
import { cut } from '../../shared/ground/characters';
import { asNumber, asText } from '../../shared/ground/values';
import { listedOnce, openOrClose, sendFromAlert as fromAlert } from '../../shared/run/alerts';
import { formOf } from '../../shared/run/assemble';
import type { Steps } from '../../shared/run/operation';
import { toIncidentRecord } from '../api/record';
import { create } from './create';
import { endThread, laterOf } from './resolveThread';
import { endsOf } from './standing';
import { isInfo, isOk } from './statuses';
import { turnOf } from './thread';
import { eventsOfOne } from './threadEvents';

/** What the alert says itself. */
const SAID = [
	...['title', 'status', 'text', 'happenedAt', 'simplify', 'options'],
	...['continuedEventId', 'startThread', 'threadId'],
];

const STATUS = { critical: 2, error: 2, warning: 1, info: 10 };

/** How long a title may be is in no document: a page with less in it is better than none. */
const MOST_TITLE = 250;

/**
 * Records events in one thread for each problem. Its ID is made of the alert's key.
 * docs/facts/bleemeo.md#threads.
 */
export const sendFromAlert = fromAlert({
	noun: 'event',
	description:
		'Pass on what a monitoring tool has sent, such as a group of alerts of Alertmanager or Grafana: each alert that fires records an event in a thread of its own, and again when its title or severity has changed, and each that is over ends its thread. A thread that stands as the alert says gets no second event.',
	properties: without(create.properties, SAID),
	options: [whenFiringAgain],
	checkAfterUnknown: create.checkAfterUnknown ?? '',
	simplify: toIncidentRecord,
	about: (told, parameters) => {
		const said = { title: cut(told.title, MOST_TITLE), status: STATUS[told.severity] };
		const thread = uuidOf(told.key);
		const recording = (happenedAt: string | null, threadId: unknown) =>
			create.plan(
				parameters.as(formOf(create), {
					...said,
					happenedAt,
					additionalFields: { text: told.details, threadId },
				}),
			);
		const { request } = recording(told.startedAt, thread);
		const deal = async (steps: Steps) => {
			const newest = await newestOf(steps, told, thread, said.title);
			// As the list spells it, so that Bleemeo does not see a second thread.
			const thread_id = newest?.thread_id ?? thread;
			// Never before what is there already: the last by time says how the thread stands.
			const at = (time: string | null) => laterOf(time ?? new Date().toISOString(), newest ?? {});
			const record = async (time: string | null) => await recording(at(time), thread_id).run(steps);
			return await openOrClose(steps, told, parameters, {
				open: async () => (newest && !isOk(newest) ? [newest] : []),
				create: async () => await record(told.startedAt),
				update: (row) => (says(row, said) ? undefined : record(null)),
				resolve: async (row) =>
					await endThread(steps, row, {
						text: closingOf(told),
						happened_at: at(told.endedAt),
						thread_id,
					}),
			});
		};
		return {
			request,
			deal: async (steps) => await steps.inTurn(turnOf(thread), async () => await deal(steps)),
		};
	},
});

/** The event that says how the thread stands; undefined where it has none. */
async function newestOf(
	steps: Steps,
	told: Told,
	thread: string,
	title: string,
): Promise<IDataObject | undefined> {
	const events = await eventsOfOne(
		steps,
		thread,
		async (read) => await listedOnce(steps, told, 'events of alerts', read),
	);
	// What is no fault to the tool either is no remark.
	const isOwn = (row: IDataObject) => told.severity === 'info' && titleOf(row) === title;
	const isRemark = (row: IDataObject) => isInfo(row) && !isOwn(row);
	return events.length ? endsOf(events, isRemark).newest : undefined;
}

function says(row: IDataObject, { title, status }: { title: string; status: number }): boolean {
	return titleOf(row) === title && asNumber(row.status) === status;
}

function titleOf({ title }: IDataObject): string | undefined {
	return asText(title)?.trim();
}
