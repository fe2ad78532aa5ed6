import type { TriggerExample } from '../../host/trigger-examples';
import { atDevHelm } from '../pastN8n';

export const examples: TriggerExample[] = [
	{
		file: 'trigger-devhelm',
		what: 'an outage gets its first update, a degradation does not',
		happen: async (sandbox) => {
			const open = async (title: string, severity: string) => {
				const { data } = await atDevHelm(sandbox, '/incidents', { title, severity });
				return (data as { incident: { id: string } }).incident.id;
			};
			const slow = await open('Slow', 'DEGRADED');
			const down = await open('Shop is down', 'DOWN');
			return async () => {
				await sandbox.api('devHelm').deliveries.idle();
				const { updates } = sandbox.state('devHelm');
				return [slow, down].map((id) => (updates.get(id) ?? []).flatMap(({ body }) => body ?? []));
			};
		},
		expected: [[], ['Seen by n8n: Shop is down']],
	},
];
