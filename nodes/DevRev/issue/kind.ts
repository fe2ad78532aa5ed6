import type { INodeProperties } from 'n8n-workflow';

import {
	dateTime,
	loadedOption,
	loadedOptions,
	locator,
	locatorList,
} from '../../shared/form/fields';
import { limited } from '../../shared/form/limits';
import type { Parameters } from '../../shared/form/parameters';
import { chosen, chosenSet, moment } from '../../shared/run/create/alike';
import { asRows, asText } from '../../shared/ground/values';
import { ACCOUNT, ISSUE, ISSUE_STAGE, PART, SPRINT, WORKSPACE } from '../form/ids';
import { NONE } from '../incident/existing';
import { enumId, enumIds } from '../incident/values';
import type { WorkKind } from '../works/kind';
import { nameOf } from '../works/record';

/** docs/facts/devrev.md#numbered-values. */
const PRIORITIES = ['p0', 'p1', 'p2', 'p3'].map((value) => ({ name: value.toUpperCase(), value }));

const developedWith: INodeProperties = limited(
	locatorList(PART, {
		displayName: 'Developed With',
		name: 'developedWithIds',
		rowName: 'partId',
		description: 'The parts that are changed for the issue, as version control tells it',
	}),
	{ vendor: 'DevRev', entries: 8 },
);

const partsOf = (fields: Parameters) =>
	fields.within('developedWithIds', fields.ids('developedWithIds'));

/** What is one value on a create and on an update. */
const valueFields: INodeProperties[] = [
	{
		displayName: 'Priority',
		name: 'priority',
		type: 'options',
		default: 'p2',
		description:
			"How urgent the issue is, by DevRev's own names; for those of your organization there is 'Priority Name or ID'",
		options: PRIORITIES,
	},
	loadedOption({
		displayName: 'Priority Name or ID',
		name: 'priorityV2',
		method: 'getIssuePriorities',
		about:
			'How urgent the issue is, as your organization names it. The ID is not the number in the name: as DevRev ships it, 1 is P0',
	}),
	locator(SPRINT, {
		displayName: 'Sprint',
		name: 'sprintId',
		description: 'The sprint that the issue belongs to: choose it, or give its full ID',
	}),
	dateTime({
		displayName: 'Target Start Date',
		name: 'targetStartDate',
		description: 'When work on the issue should begin',
	}),
];

const valuesOf = (fields: Parameters) => ({
	priority: fields.option<string>('priority'),
	priority_v2: enumId(fields, 'priorityV2'),
	sprint: fields.id('sprintId'),
	target_start_date: fields.date('targetStartDate'),
});

/** docs/facts/devrev.md#issues-and-tickets. */
export const issue: WorkKind = {
	type: 'issue',
	plural: 'issues',
	name: 'issueId',
	id: ISSUE,
	stage: ISSUE_STAGE,
	example: 'ISS-12',
	lists: {
		subtypes: 'getIssueSubtypes',
		newFields: 'getNewIssueFields',
		ownFields: 'getIssueFields',
	},
	createFields: [...valueFields, developedWith],
	updateFields: valueFields,
	createBody: (fields) => ({ ...valuesOf(fields), developed_with: partsOf(fields) }),
	updateBody: valuesOf,
	dates: {
		actual_start_date: 'were begun',
		target_start_date: 'should be begun',
	},
	filterFields: [
		locatorList(ACCOUNT, {
			displayName: 'Accounts',
			name: 'accountIds',
			rowName: 'accountId',
			description: 'Only issues of one of these accounts',
		}),
		{
			displayName: 'Priorities',
			name: 'priority',
			type: 'multiOptions',
			default: [],
			description: "Only issues with one of these priorities, by DevRev's own names",
			options: PRIORITIES,
		},
		loadedOptions({
			displayName: 'Priority Names or IDs',
			name: 'priorityV2',
			method: 'getIssuePriorities',
		}),
		locatorList(SPRINT, {
			displayName: 'Sprints',
			name: 'sprintIds',
			rowName: 'sprintId',
			description: 'Only issues of one of these sprints',
		}),
		locatorList(WORKSPACE, {
			displayName: 'Workspaces',
			name: 'workspaceIds',
			rowName: 'workspaceId',
			description: "Only issues of one of these workspaces (customers' organizations)",
		}),
	],
	filterBody: (fields) => ({
		accounts: fields.ids('accountIds'),
		priority: fields.options('priority'),
		priority_v2: enumIds(fields, 'priorityV2'),
		sprint: fields.ids('sprintIds'),
		rev_orgs: fields.ids('workspaceIds'),
	}),
	changes: [
		{
			name: 'developedWith',
			label: 'Developed With',
			about: 'The parts that are changed for the issue',
			api: 'developed_with',
			entries: { ...developedWith, displayName: 'Parts' },
			read: (row) => partsOf(row).map((id) => ({ id })),
			present: (work) => asRows(work.developed_with),
		},
	],
	traits: {
		developed_with: chosenSet('developed_with', NONE),
		priority: chosen('priority'),
		priority_v2: chosen('priority_v2'),
		sprint: chosen('sprint', { whenAbsent: null }),
		target_start_date: moment('target_start_date', { whenAbsent: null }),
	},
	record: ({ priority, priority_v2, sprint }) => ({
		priority: nameOf(priority_v2) ?? asText(priority)?.toUpperCase() ?? null,
		sprint: nameOf(sprint),
	}),
};
