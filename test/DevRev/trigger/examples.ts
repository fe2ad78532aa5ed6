import type { TriggerExample } from '../../host/trigger-examples';
import { atDevRev } from '../pastN8n';

export const examples: TriggerExample[] = [
	{
		file: 'trigger-devrev',
		what: 'a resolved incident asks for its post-mortem',
		happen: async (sandbox) => {
			const { stages, incidents } = sandbox.state('devRev');
			const incident = [...incidents.values()].find(({ title }) => title === 'Search is slow');
			const resolved = [...stages.values()].find(({ name }) => name === 'resolved');
			await atDevRev(sandbox, 'incidents.update', {
				id: incident?.id,
				stage: { stage: resolved?.id },
			});
			return async () => {
				const { timeline_entries: entries } = await atDevRev(sandbox, 'timeline-entries.list', {
					object: incident?.id,
				});
				return (entries as Array<{ body?: string }>).map(({ body }) => body);
			};
		},
		expected: expect.arrayContaining([
			'Resolved: **Search is slow**. Please add the post-mortem within five days.',
		]),
	},
];
