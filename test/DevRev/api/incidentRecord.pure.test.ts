import { toIncidentRecord as devRev } from '../../../nodes/DevRev/api/record';
import { holdsRecord, TITLE, whole, createdAt, updatedAt } from '../../support/incidentRecord';

holdsRecord({
	record: devRev({
		id: 'don:x:incident/7',
		display_id: 'INC-7',
		title: TITLE,
		severity: { id: 1, label: 'sev-0' },
		stage: { stage: { name: 'fixing' }, state: { name: 'in_progress', is_final: false } },
		applies_to_parts: [{ name: 'Checkout' }],
		owned_by: [
			{ id: 'don:x:devu/1', type: 'dev_user', full_name: 'Anna Schmidt', email: 'a@example.com' },
			{ id: 'don:x:devu/3', type: 'dev_user', email: 'c@example.com' },
		],
		modified_by: { id: 'don:x:svcacc/2', type: 'service_account', display_name: 'ops-bot' },
		created_date: createdAt,
		modified_date: updatedAt,
	}),
	expected: {
		...whole,
		provider: 'devrev',
		id: 'don:x:incident/7',
		number: 'INC-7',
		status: 'acknowledged',
		url: null,
		assignees: [
			{ id: 'don:x:devu/1', name: 'Anna Schmidt' },
			{ id: 'don:x:devu/3', name: 'c@example.com' },
		],
		actor: { id: 'don:x:svcacc/2', name: 'ops-bot', type: 'service_account' },
		vendorStatus: 'fixing',
		vendorSeverity: 'sev-0',
	},
	empty: [['an incident', devRev({})]],
});

describe('assignees', () => {
	it.each([
		['nobody: an empty list is left out', devRev({ id: 'x', title: TITLE }), []],
		['what only refers to it', devRev({ id: 'x' }), undefined],
	])('%s', (_, { assignees }, names) => {
		const given = assignees as Array<{ name: string }> | null;
		expect(given?.map(({ name }) => name)).toEqual(names);
	});
});
