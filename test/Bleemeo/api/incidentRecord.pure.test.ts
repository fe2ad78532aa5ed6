import { toIncidentRecord as bleemeo } from '../../../nodes/Bleemeo/api/record';
import { holdsRecord, TITLE, whole, createdAt, updatedAt } from '../../support/incidentRecord';

holdsRecord({
	record: bleemeo({
		id: 'e-7',
		title: TITLE,
		status: 2,
		agent: { display_name: 'Checkout' },
		created_by: { id: 'u-1', username: 'anna@example.com' },
		created_at: createdAt,
		modified_at: updatedAt,
	}),
	expected: {
		...whole,
		provider: 'bleemeo',
		id: 'e-7',
		number: null,
		status: 'triggered',
		url: null,
		assignees: null,
		actor: { id: 'u-1', name: 'anna@example.com', type: 'user' },
		vendorStatus: 'Critical',
		vendorSeverity: 2,
	},
	empty: [['an incident', bleemeo({})]],
});

describe('actor', () => {
	it.each([
		[
			'whoever changed it last',
			bleemeo({ created_by: 'u-1', modified_by: 'u-2' }),
			{ id: 'u-2', name: null, type: 'user' },
		],
	])('%s', (_, record, actor) => {
		expect(record.actor).toEqual(actor);
	});
});
