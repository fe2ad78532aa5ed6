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
	{
		file: 'trigger-pagerduty-on-call',
		what: 'who goes on call is noted on the open incidents',
		happen: async (sandbox) => {
			const { details, users, incidents } = sandbox.state('pagerDuty');
			const [schedule] = details.schedules.values();
			const anna = [...users.values()].find(({ name }) => name === 'Anna Schmidt');
			const [start, end] = [0, 3_600_000].map((ms) => new Date(Date.now() + ms).toISOString());
			const user = { id: anna?.id, type: 'user_reference' };
			await atPagerDuty(sandbox, 'POST', `/schedules/${schedule.id}/overrides`, {
				overrides: [{ start, end, user }],
			});
			const open = [...incidents.values()].filter(({ status }) => status !== 'resolved');
			const notesOf = (id: string) => (details.notes.get(id) ?? []).map(({ content }) => content);
			return () => [...new Set(open.flatMap(({ id }) => notesOf(id)))];
		},
		expected: ['On call now: Anna Schmidt'],
	},
	{
		file: 'trigger-pagerduty-post-mortem',
		what: 'what happened to a resolved incident becomes a document',
		happen: async (sandbox) => {
			const open = [...sandbox.state('pagerDuty').incidents.values()].find(
				({ status }) => status === 'acknowledged',
			);
			await atPagerDuty(sandbox, 'PUT', `/incidents/${open?.id}`, {
				incident: { type: 'incident_reference', status: 'resolved' },
			});
			return ({ items }) => items['Timeline as a Document'].markdown;
		},
		expected: expect.stringMatching(/^# 1004 [^]*\*\*triggered\*\*[^]*\*\*resolved\*\* by Ops Bot/),
	},
];
