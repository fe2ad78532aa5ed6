import { reliability, type GroupBy } from '../../../nodes/Bleemeo/event/reliability';
import { readable } from '../../../nodes/shared/records/reliabilityRecord';
import { CRITICAL, event, MINUTE, OK, PERIOD, UNKNOWN, WARNING } from './day';

describe('groups', () => {
	// Agent 1, metric 1: a 08:00 to 08:10, b 09:00 to 09:30
	// Agent 1, metric 2: c 08:30, open
	// Agent 2, metric 3: d 10:00 to 11:00; its OK names no agent and no metric
	// No agent:          e 12:00 to 12:05
	const second = { metric: 'metric-2' };
	const third = { agent: 'agent-2', metric: 'metric-3' };
	const none = { agent: null, metric: null };
	const rows = [
		event('a', CRITICAL, '08:00'),
		event('a', OK, '08:10'),
		event('b', CRITICAL, '09:00', { agent: 'AGENT-1', metric: 'METRIC-1' }),
		event('b', OK, '09:30'),
		event('c', WARNING, '08:30', second),
		event('d', OK, '11:00', none),
		event('d', UNKNOWN, '10:00', third),
		event('e', CRITICAL, '12:00', none),
		event('e', OK, '12:05', none),
	];
	const by = (groupBy: GroupBy) =>
		reliability(rows, PERIOD, groupBy).map(({ agentId, metricId, mttr, mttf, mtbf, threads }) => [
			agentId,
			metricId,
			...[mttr, mttf, mtbf].map((mean) => mean && mean / MINUTE),
			threads.counted,
			threads.open,
		]);

	it('are the agents', () =>
		expect(by('agent')).toEqual([
			// MTTR (10 + 30) / 2 = 20. First events 08:00, 08:30, 09:00: (30 + 30) / 2 = 30.
			// MTBF: OK 08:10 to 08:30 = 20; the OK of 09:30 is the last of this agent.
			['agent-1', null, 20, 30, 20, 3, 1],
			['agent-2', null, 60, null, null, 1, 0],
			[null, null, 5, null, null, 1, 0],
		]));

	it('are the metrics, with their agents', () =>
		expect(by('metric')).toEqual([
			// MTTR 20 as above; first events 08:00 and 09:00; OK 08:10 to 09:00.
			['agent-1', 'metric-1', 20, 60, 50, 2, 0],
			['agent-1', 'metric-2', null, null, null, 1, 1],
			['agent-2', 'metric-3', 60, null, null, 1, 0],
			[null, null, 5, null, null, 1, 0],
		]));

	it('are one for all', () =>
		expect(by('overall')).toEqual([
			// MTTR (10 + 30 + 60 + 5) / 4 = 26.25.
			// First events 08:00, 08:30, 09:00, 10:00, 12:00: (30 + 30 + 60 + 120) / 4 = 60.
			// MTBF: 08:10 to 08:30 = 20, 09:30 to 10:00 = 30, 11:00 to 12:00 = 60: 110 / 3.
			[null, null, 26.25, 60, 110 / 3, 5, 1],
		]));
});

it.each([
	[null, null],
	[0, '0 s'],
	[59, '59 s'],
	[60, '1 min'],
	[3_661, '1 h 1 min 1 s'],
	[86_400, '1 d'],
	[100_000, '1 d 3 h 46 min 40 s'],
])('%p seconds are read as %p', (seconds, text) => expect(readable(seconds)).toBe(text));
