import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { choice, locator } from '../../shared/form/fields';
import { limited, type Limit } from '../../shared/form/limits';
import type { Parameters } from '../../shared/form/parameters';
import { STATUS_PAGE, STATUS_PAGE_COMPONENT, STATUS_PAGE_INCIDENT } from '../form/ids';
import { componentStatuses, impacts } from './options';

const DEPENDS_ON_PAGE = { loadOptionsDependsOn: ['statusPageId.value'] };

/** The page that every operation needs: incidents have no address without it. */
export const thePage: INodeProperties = locator(STATUS_PAGE, {
	displayName: 'Status Page',
	name: 'statusPageId',
	required: true,
	description: 'The page that customers read: choose it from the list, or give its ID',
});

/** The incident that an operation is about; `verb` as in "The incident to resolve". */
export function theIncident(verb: string): INodeProperties {
	return locator(STATUS_PAGE_INCIDENT, {
		displayName: 'Status Page Incident',
		name: 'statusPageIncidentId',
		required: true,
		typeOptions: DEPENDS_ON_PAGE,
		description: `The incident to ${verb}: choose it from those of the page, or give its ID. It is not the ID of an internal incident.`,
	});
}

/** Where the incidents of the page are, or one of them. */
export function pathOf(parameters: Parameters, isAboutOne = true): string {
	const path = `/api/v1/status-pages/${parameters.pathId('statusPageId')}/incidents`;
	return isAboutOne ? `${path}/${parameters.pathId('statusPageIncidentId')}` : path;
}

/** What customers read. */
export function message(own: Partial<INodeProperties> = {}): INodeProperties {
	return {
		displayName: 'Message',
		name: 'body',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. Payments by card fail. We are looking for the cause.',
		description: 'What customers read on the page, in Markdown',
		...own,
	};
}

/** What DevHelm documents of the headline. */
export const TITLE_LIMIT: Limit = { vendor: 'DevHelm', characters: 500 };

/** Another title, for an incident that has one. */
export const newTitle: INodeProperties = limited(
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Payments by card fail',
		description: 'The headline that customers read, 500 characters at most',
	},
	TITLE_LIMIT,
);

/** How bad it is for customers. */
export function impact(own: Partial<INodeProperties> = {}): INodeProperties {
	return {
		...choice({
			displayName: 'Impact',
			name: 'impact',
			default: 'MINOR',
			description: 'How bad it is for customers',
			options: impacts,
		}),
		...own,
	};
}

/** DevHelm's own default is to mail everybody, so this is always sent. docs/facts/devhelm.md#mails-to-subscribers. */
export const notifySubscribers: INodeProperties = {
	displayName: 'Notify Subscribers',
	name: 'notifySubscribers',
	type: 'boolean',
	default: false,
	description:
		'Whether DevHelm sends an e-mail to all subscribers of the page. Off, it only stands on the page.',
};

export function notifies(parameters: Parameters): boolean {
	return parameters.boolean('notifySubscribers') ?? false;
}

/** Components with the state that the page shows for each; `preset` is the state of a new row. */
export function affectedComponents(description: string, preset: string): INodeProperties {
	return {
		displayName: 'Affected Components',
		name: 'affectedComponents',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Component' },
		placeholder: 'Add Component',
		default: {},
		description,
		options: [
			{
				displayName: 'Component',
				name: 'values',
				values: [
					locator(STATUS_PAGE_COMPONENT, {
						displayName: 'Component',
						name: 'componentId',
						typeOptions: DEPENDS_ON_PAGE,
						description: 'A component of the page: choose it from the list, or give its ID',
					}),
					choice({
						displayName: 'Status',
						name: 'componentStatus',
						default: preset,
						description: 'What the page shows for the component',
						options: componentStatuses,
					}),
				],
			},
		],
	};
}

/**
 * The rows as a request has them; a reply calls the same `statusPageComponentId` and
 * `componentStatus`. docs/facts/devhelm.md#status-page-incidents.
 * @throws FormIssue when a row is not complete, or a component stands in two
 */
export function componentsOf(fields: Parameters): IDataObject[] {
	const seen = new Set<string>();
	return fields.rows('affectedComponents').map((row) => {
		const fill = "Fill in each row of 'Affected Components', or remove it";
		const componentId = row.id('componentId') ?? row.refuse('componentId', 'is empty', fill);
		const status = row.option('componentStatus') ?? row.refuse('componentStatus', 'is empty', fill);
		if (seen.has(componentId.toLowerCase())) {
			row.refuse('componentId', 'is there twice', `Keep one row for ${componentId}`);
		}
		seen.add(componentId.toLowerCase());
		return { componentId, status };
	});
}
