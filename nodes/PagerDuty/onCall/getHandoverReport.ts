import type { IDataObject } from 'n8n-workflow';

import type { Steps, StepsOperation } from '../../shared/run/operation';
import { handoverForm, shiftOf, type Shift } from './handover/form';
import { toMarkdown } from './handover/markdown';
import { incidentsOf, subjectOf } from './handover/read';
import { incidentRow, personRow } from './handover/rows';

/** Where the ID of each scope stands in the form, and its path. */
const SCOPES: { [scope: string]: { field: string; path: string } } = {
	schedule: { field: 'scheduleId', path: '/schedules' },
	escalationPolicy: { field: 'escalationPolicyId', path: '/escalation_policies' },
	service: { field: 'serviceId', path: '/services' },
};

/** What is put out. */
interface Wanted {
	scope: string;
	id: string;
	shift: Shift;
	isMarkdown: boolean;
}

/** Several reads put together. docs/facts/pagerduty.md#handover. */
export const getHandoverReport: StepsOperation = {
	value: 'getHandoverReport',
	name: 'Get Handover Report',
	action: 'Get a handover report',
	description:
		'Tell who comes on call what they take over: what is open, what was opened and resolved in the last 12 hours (or another time) with notes and resolution, who is on call now and who is next. As items, or as a text to post.',
	retry: 'read',
	properties: handoverForm,
	plan: (parameters) => {
		const scope = parameters.option<string>('scope') ?? 'schedule';
		const { field, path } = SCOPES[scope];
		const wanted = {
			scope,
			id: parameters.pathId(field),
			shift: shiftOf(parameters.group('options')),
			isMarkdown: parameters.option<string>('output') === 'markdown',
		};
		return {
			request: { method: 'GET', path: `${path}/${wanted.id}` },
			run: async (steps) => await run(steps, wanted),
		};
	},
};

async function run(steps: Steps, { scope, id, shift, isMarkdown }: Wanted): Promise<IDataObject[]> {
	const { name, serviceIds, current, next } = await subjectOf(steps, scope, id);
	if (!serviceIds.length)
		steps.notice(`No service belongs to "${name}": the report has no incidents`);
	// Without any service PagerDuty would list the incidents of the whole account.
	const { open, resolved } = serviceIds.length
		? await incidentsOf(steps, serviceIds, shift)
		: { open: [], resolved: [] };
	const rows = [
		...open.map((one) => incidentRow('open', one)),
		...resolved.map((one) => incidentRow('resolved', one)),
		...current.map((one) => personRow('onCall', one)),
		...next.map((one) => personRow('next', one)),
	];
	if (!isMarkdown) return rows;
	return [
		{
			provider: 'pagerduty',
			name,
			...shift,
			openCount: open.length,
			resolvedCount: resolved.length,
			markdown: toMarkdown(rows, name, shift),
		},
	];
}
