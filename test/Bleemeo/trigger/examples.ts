import type { TriggerExample } from '../../host/trigger-examples';
import { atBleemeo, ownToken } from '../pastN8n';

const { amend, path } = ownToken();

export const examples: TriggerExample[] = [
	{
		file: 'trigger-bleemeo',
		what: 'an alarm is read in full',
		amend,
		happen: async (sandbox, urlOf) => {
			const { events, webhookUrls } = sandbox.state('bleemeo');
			webhookUrls.add(urlOf(path));
			const [event] = events.values();
			const alarm = { ...event, id: crypto.randomUUID(), status: 2, title: 'Disk is full' };
			events.set(alarm.id, alarm);
			sandbox.api('bleemeo').announce(alarm);
			return ({ items }) => ({
				...items['Whole Event'],
				isOfTheAlarm: items['Whole Event'].id === alarm.id,
			});
		},
		expected: expect.objectContaining({
			isOfTheAlarm: true,
			title: 'Disk is full',
			status: 'triggered',
			severity: 'critical',
		}),
	},
	{
		file: 'trigger-bleemeo-polling',
		what: 'a critical event is read in full, a warning is not',
		// n8n polls once a minute at most.
		happen: async (sandbox) => {
			await atBleemeo(sandbox, 'event', { title: 'Disk is filling', status: 1 });
			await atBleemeo(sandbox, 'event', { title: 'Disk is full', status: 2 });
			return ({ items }) => items['Whole Event'];
		},
		expected: expect.objectContaining({
			title: 'Disk is full',
			status: 'triggered',
			severity: 'critical',
		}),
	},
];
