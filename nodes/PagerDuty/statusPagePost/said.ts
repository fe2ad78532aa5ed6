import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { dateTime, extraFields, locator } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { PAGE_COMPONENT, PAGE_IMPACT, PAGE_SEVERITY, PAGE_STATUS } from '../form/ids';
import { message, notifies, notifySubscribers, ofPage } from './fields';

const MINUTE_MS = 60_000;

/** What a post says at one time: the fields of its first update, and of each further one. docs/facts/pagerduty.md#status-page-posts. */
export const saying: INodeProperties[] = [
	message,
	locator(PAGE_STATUS, {
		displayName: 'Status',
		name: 'statusId',
		required: true,
		typeOptions: ofPage,
		description:
			'How far the work has come, such as investigating: choose it from those of the status page, or give its ID',
	}),
	locator(PAGE_SEVERITY, {
		displayName: 'Severity',
		name: 'severityId',
		required: true,
		typeOptions: ofPage,
		description: 'How bad it is: choose it from those of the status page, or give its ID',
	}),
	notifySubscribers,
];

export const sayingMore: INodeProperties[] = [
	extraFields,
	{
		displayName: 'Impacted Components',
		name: 'impactedComponents',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Component' },
		placeholder: 'Add Component',
		default: {},
		description: 'What the page shows from now on for its components (the services of the page)',
		options: [
			{
				displayName: 'Component',
				name: 'values',
				values: [
					locator(PAGE_COMPONENT, {
						displayName: 'Component',
						name: 'componentId',
						typeOptions: ofPage,
						description: 'A service of the status page: choose it, or give its ID on the page',
					}),
					locator(PAGE_IMPACT, {
						displayName: 'Impact',
						name: 'impactId',
						typeOptions: ofPage,
						description: 'What has become of it, such as partial outage: choose it, or give its ID',
					}),
				],
			},
		],
	},
	{
		displayName: 'Next Update in Minutes',
		name: 'nextUpdateMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 30,
		placeholder: 'e.g. 30',
		description: 'After how many minutes customers may expect the next update',
	},
	dateTime({
		displayName: 'Reported At',
		name: 'reportedAt',
		description: 'The time that the page shows for this update; now unless set',
	}),
];

/**
 * An update as requests want it. Nobody is notified unless that is switched on.
 * @param more further members, such as the post that it belongs to; extra fields win
 * @throws FormIssue for a component without its impact
 */
export function updateOf(parameters: Parameters, more: IDataObject): IDataObject {
	const fields = parameters.group('additionalFields');
	const minutes = fields.integer('nextUpdateMinutes');
	if (minutes !== undefined && minutes < 1) {
		fields.refuse('nextUpdateMinutes', `cannot be ${minutes}`, 'Use 1 or more, or remove it');
	}
	const reported_at = fields.date('reportedAt');
	return {
		type: 'status_page_post_update',
		message: parameters.text('message'),
		status: { id: parameters.id('statusId'), type: 'status_page_status' },
		severity: { id: parameters.id('severityId'), type: 'status_page_severity' },
		impacted_services: fields.rows('impactedComponents').map(impacted),
		update_frequency_ms: minutes === undefined ? null : minutes * MINUTE_MS,
		notify_subscribers: notifies(parameters),
		...(reported_at ? { reported_at } : {}),
		...more,
	};
}

function impacted(row: Parameters): IDataObject {
	const component = row.id('componentId');
	const impact = row.id('impactId');
	if (!component) row.refuse('componentId', 'is empty', 'Choose a component, or remove the row');
	if (!impact) row.refuse('impactId', 'is empty', 'Say what has become of the component');
	return {
		service: { id: component, type: 'status_page_service' },
		impact: { id: impact, type: 'status_page_impact' },
	};
}
