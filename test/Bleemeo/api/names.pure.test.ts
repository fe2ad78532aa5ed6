import { named } from '../../../nodes/Bleemeo/api/names';
import { happeningOf } from '../../../nodes/Bleemeo/api/happening';

const AGENT = '2489E9AD-2ee2-4e00-8ec9-32d5f69181c0';
const METRIC = '7d1c0f3a-9b5e-4c2d-8f60-1a2b3c4d5e6f';
const names = new Map([
	[`agent ${AGENT.toLowerCase()}`, 'web-1'],
	[`metric ${METRIC}`, 'cpu_used'],
]);
const { record, more } = happeningOf({ id: 'a', agent: AGENT, metric: METRIC, status: 2 });
const item = { ...record, ...more };

it('completes an item that has no title', () => {
	expect(named(item, names)).toEqual({
		...item,
		title: 'web-1 - cpu_used is CRITICAL',
		service: 'web-1',
		agentName: 'web-1',
		metricName: 'cpu_used',
	});
});

it.each([
	[{ metricId: null }, 'web-1 is CRITICAL'],
	[{ vendorStatus: null }, 'web-1 - cpu_used'],
	[{ agentId: null, metricId: null }, null],
])('words the title with what there is: %j', (change, title) => {
	expect(named({ ...item, ...change }, names).title).toBe(title);
});

it('keeps what the event says itself', () => {
	const own = { title: 'Disk full', service: 'nginx', agentName: 'other', metricName: 'own' };
	expect(named({ ...item, ...own }, names)).toEqual({ ...item, ...own });
});

it('adds names only where there is no record', () => {
	expect(named({ ...more, event: {} }, names)).toEqual({
		...more,
		agentName: 'web-1',
		metricName: 'cpu_used',
		event: {},
	});
});

it('changes nothing where nothing was found', () => {
	expect(named(item, new Map())).toEqual(item);
});
