import { locator } from '../../shared/form/fields';
import type { SingleOperation } from '../../shared/run/operation';
import { removal } from '../../shared/run/removal';
import { OVERRIDE } from '../form/ids';
import { theSchedule } from '../schedule/fields';

/**
 * `DELETE /schedules/{id}/overrides/{override_id}`, without From: 204 for one that was to come, 200 for one that
 * has begun and ends now. docs/facts/pagerduty.md#overrides.
 */
export const deleteOverride: SingleOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete override',
	description:
		'Take an override back, so that the schedule counts again. One that has begun ends now (ended is true), one that is over stays as it is.',
	properties: [
		theSchedule('look in'),
		locator(OVERRIDE, {
			displayName: 'Override',
			name: 'overrideId',
			required: true,
			typeOptions: { loadOptionsDependsOn: ['scheduleId.value'] },
			description:
				'The override to delete: choose it from those of the schedule that run or are to come, or give its ID',
		}),
	],
	request: (parameters) => ({
		method: 'DELETE',
		path: `/schedules/${parameters.pathId('scheduleId')}/overrides/${parameters.pathId('overrideId')}`,
	}),
	...removal,
	records: ({ status }) => [{ deleted: status !== 200, ended: status === 200 }],
	output: (records) => records.map(({ deleted, ended }) => ({ deleted, ended: ended ?? null })),
	instead: async ({ status, words }, _, reader) => {
		const isOver = (status === 400 || status === 405) && /\bpast\b/i.test(words.text ?? '');
		if (!isOver) return undefined;
		reader.notice('Some overrides were over already: nothing was changed on them');
		return [{ deleted: false, ended: true }];
	},
};
