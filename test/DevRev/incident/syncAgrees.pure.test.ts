import { existing } from '../../../nodes/DevRev/incident/existing';

const { agrees } = existing.traits.sync_metadata;
const unit = (number: number) => `don:integration:dvrv-eu-1:devo/aLpEnRaD01:sync_unit/${number}`;

const sent = {
	origin_system: 'n8n',
	last_sync_in: {
		status: 'staged',
		sync_date: '2026-04-15T10:00:00+02:00',
		sync_history: 'don:integration:dvrv-eu-1:devo/aLpEnRaD01:sync_history/8',
		sync_unit: unit(7),
	},
};
/** As DevRev answers it: the unit is an object, the history is not shown. */
const shown = (changes: object = {}) => ({
	sync_metadata: {
		origin_system: 'n8n',
		last_sync_in: {
			status: 'staged',
			sync_date: '2026-04-15T08:00:00.000Z',
			sync_unit: { id: unit(7), display_id: 'SYNC-7' },
			...changes,
		},
	},
});

it('knows its own sync by what DevRev gives back of it', () => {
	expect(agrees(sent, shown(), true)).toBe('same');
	expect(agrees(sent, { sync_metadata: { origin_system: 'n8n' } }, true)).toBe('same');
	expect(agrees(sent, shown(), false)).toBe('unread');
});

it.each([
	{ sync_unit: { id: unit(8) } },
	{ status: 'failed' },
	{ sync_date: '2026-04-15T08:00:01.000Z' },
])('an incident with another sync is not ours: %j', (changes) => {
	expect(agrees(sent, shown(changes), true)).toBe('other');
});
