import type { IDataObject } from 'n8n-workflow';

import type { IdKind } from '../../shared/form/idKind';
import { searchFor } from '../../shared/form/lookup';
import { asText } from '../../shared/ground/values';
import { beta, devRev, paging, read, rowsOf } from '../api/profile';
import { stageOf } from '../api/stage';
import { newFields, ownFields } from './customFields';
import { ISSUE, TICKET } from './ids';
import { enumOptions, subtypeOptions } from './schemas';
import { stageSearch } from './stages';

/** "ISS-12 Gateway drops connections (triage)". */
function workLabel({ display_id, title, stage }: IDataObject): string {
	const label = [asText(display_id), asText(title)].filter(Boolean).join(' ');
	const { name } = stageOf({ stage });
	return name ? `${label} (${name})` : label;
}

/** The newest issues or tickets first. */
const works = (noun: string, type: string) =>
	searchFor(devRev, {
		noun,
		request: () => read('/works.list', { type: [type], sort_by: ['created_date:desc'] }),
		rows: rowsOf('works'),
		label: workLabel,
		paging,
		filterHere: true,
	});

const ownWork = (noun: string, parameter: string, kind: IdKind) => ({
	noun,
	parameter,
	kind,
	// The subtype is told by the beta only.
	get: (id: string) => beta(read('/works.get', { id })),
	envelope: 'work',
});

/** What the forms of issues and tickets search. docs/facts/devrev.md#searches-for-the-form. */
export const workListSearch = {
	searchGroups: searchFor(devRev, {
		noun: 'groups',
		request: () => read('/groups.list'),
		rows: rowsOf('groups'),
		label: ({ name }) => asText(name),
		paging,
		filterHere: true,
	}),
	searchIssues: works('issues', 'issue'),
	searchIssueStages: stageSearch('issue'),
	searchSprints: searchFor(devRev, {
		noun: 'sprints',
		request: () => read('/vistas.groups.list', { group_object_type: ['work'] }),
		rows: rowsOf('vista_group'),
		label: ({ name, state }) =>
			[asText(name), asText(state) && `(${String(state)})`].filter(Boolean).join(' '),
		paging,
		filterHere: true,
		emptyOn: [403, 404],
	}),
	searchTickets: works('tickets', 'ticket'),
	searchTicketStages: stageSearch('ticket'),
	searchWorkspaces: searchFor(devRev, {
		noun: 'workspaces',
		request: () => read('/rev-orgs.list'),
		rows: rowsOf('rev_orgs'),
		label: ({ display_name }) => asText(display_name),
		paging,
		filterHere: true,
	}),
};

/** Values that organizations define for issues and tickets. docs/facts/devrev.md#numbered-values. */
export const workLoadOptions = {
	getIssuePriorities: enumOptions('priorities', 'priority_v2', ['P0', 'P1', 'P2', 'P3'], 'issue'),
	getIssueSubtypes: subtypeOptions('issue'),
	getTicketSentiments: enumOptions(
		'sentiments',
		'sentiment',
		['Delighted', 'Happy', 'Neutral', 'Unhappy', 'Frustrated'],
		'ticket',
	),
	getTicketSubtypes: subtypeOptions('ticket'),
};

export const workResourceMapping = {
	getNewIssueFields: newFields('issue'),
	getIssueFields: ownFields('issue', ownWork('issues', 'issueId', ISSUE)),
	getNewTicketFields: newFields('ticket'),
	getTicketFields: ownFields('ticket', ownWork('tickets', 'ticketId', TICKET)),
};
