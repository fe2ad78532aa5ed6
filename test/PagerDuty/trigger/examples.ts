import type { TriggerExample } from '../../host/trigger-examples';
import { atPagerDuty } from '../pastN8n';

export const examples: TriggerExample[] = [
	{
		file: 'trigger-pagerduty',
		what: 'who is on call is noted on a new incident',
		happen: async (sandbox) => {
			const { incident } = await atPagerDuty(sandbox, 'POST', '/incidents', {
				incident: {
					type: 'incident',
					title: 'Checkout answers with 502',
					service: { id: 'PH38B7P', type: 'service_reference' },
				},
			});
			return () =>
				(sandbox.state('pagerDuty').details.notes.get((incident as { id: string }).id) ?? []).map(
					({ content }) => content,
				);
		},
		expected: [expect.stringMatching(/^On call now: \S.* \(\S+@\S+\)\. Assigned to: \S.*$/)],
	},
];
