import type { IDataObject } from 'n8n-workflow';

import { nextOf, shiftsOf } from '../../../nodes/PagerDuty/schedule/shifts';

const shift = (user: string, start: number, end: number): IDataObject => ({
	user: { id: user },
	start: `2026-04-${start}T10:00:00Z`,
	end: `2026-04-${end}T12:00:00+02:00`,
});
const now = Date.parse('2026-04-15T11:00:00Z');

describe('who is next', () => {
	it.each([
		['takes over from whoever is on call', [shift('A', 14, 16), shift('B', 16, 17)], 'B'],
		[
			'is not who goes on without a break',
			[shift('A', 14, 16), shift('A', 16, 17), shift('B', 17, 18)],
			'B',
		],
		[
			'may be the same after a break',
			[shift('A', 14, 16), shift('A', 17, 18), shift('B', 18, 19)],
			'A',
		],
		[
			'is whoever comes first where nobody is on call',
			[shift('A', 12, 13), shift('B', 16, 17)],
			'B',
		],
		['is nobody', [shift('A', 14, 16)], undefined],
		['is nobody in an empty schedule', [], undefined],
	])('%s', (_, shifts, user) =>
		expect(nextOf(shifts, now)).toEqual(
			user ? expect.objectContaining({ user: { id: user } }) : undefined,
		),
	);

	it('tells the shift that begins with the change', () => {
		const third = shift('B', 17, 18);
		expect(nextOf([shift('A', 14, 16), shift('A', 16, 17), third, shift('C', 18, 19)], now)).toBe(
			third,
		);
	});
});

describe('shifts', () => {
	it('are in order, and say which are overrides', () => {
		const schedule = {
			id: 'P1',
			type: 'schedule',
			summary: 'Weekly',
			final_schedule: {
				rendered_schedule_entries: [shift('B', 16, 17), shift('A', 14, 15), shift('C', 15, 16)],
			},
			overrides_subschedule: {
				rendered_schedule_entries: [shift('C', 15, 16), shift('A', 18, 19)],
			},
		};
		expect(shiftsOf(schedule).map(({ user, is_override }) => [user, is_override])).toEqual([
			[{ id: 'A' }, false],
			[{ id: 'C' }, true],
			[{ id: 'B' }, false],
		]);
	});

	it('are none in an empty answer', () => expect(shiftsOf({})).toEqual([]));
});
