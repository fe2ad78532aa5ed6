import type { IDataObject } from 'n8n-workflow';

import { keepActable, type Wants } from '../../shared/form/dependent';
import { searchFor, type Lookup } from '../../shared/form/lookup';
import { asText } from '../../shared/ground/values';
import { devRev, paging, read, rowsOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { stageOf } from '../api/stage';
import { commentListSearch } from './commentLookups';
import { newFields, ownFields } from './customFields';
import { INCIDENT } from './ids';
import { linkListSearch } from './linkLookups';
import { enumOptions, subtypeOptions } from './schemas';
import { stageSearch } from './stages';
import { workListSearch, workLoadOptions, workResourceMapping } from './workLookups';

const WANTS: Wants = { acknowledge: 'open', mitigate: 'open', reopen: 'resolved', resolve: 'open' };

/** A list of one kind of object, with cursor paging and without a text search. docs/facts/devrev.md#searches-for-the-form. */
function named(
	noun: string,
	path: string,
	label: Lookup['label'],
	filters: IDataObject = {},
): Lookup {
	const envelope = path.replace(/^\/|\.list$/g, '').replace(/-/g, '_');
	const request = () => read(path, filters);
	return { noun, request, rows: rowsOf(envelope), label, paging, filterHere: true };
}

/** "Anna Schmidt (anna@example.com)": names repeat, addresses do not. */
function withDetail(name: unknown, detail: unknown): string | undefined {
	const text = asText(name);
	return text && asText(detail) ? `${text} (${String(detail)})` : text;
}

function incidentLabel({ display_id, title, stage }: IDataObject): string {
	const label = [asText(display_id), asText(title)].filter(Boolean).join(' ');
	return withDetail(label, stageOf({ stage }).name) ?? '';
}

export const listSearch = {
	...commentListSearch,
	...linkListSearch,
	...workListSearch,
	searchAccounts: searchFor(
		devRev,
		named('accounts', '/accounts.list', (row) => asText(row.display_name)),
	),
	searchArticles: searchFor(
		devRev,
		named('articles', '/articles.list', (row) => asText(row.title)),
	),
	searchIncidents: searchFor(devRev, {
		...named('incidents', '/incidents.list', incidentLabel, { sort_by: ['created_date:desc'] }),
		keep: keepActable(WANTS, toIncidentRecord),
	}),
	searchParts: searchFor(
		devRev,
		named('parts', '/parts.list', ({ name, type }) => withDetail(name, type)),
	),
	searchStages: stageSearch('incident'),
	searchTags: searchFor(
		devRev,
		named('tags', '/tags.list', (row) => asText(row.name)),
	),
	searchUsers: searchFor(
		devRev,
		named(
			'users',
			'/dev-users.list',
			({ full_name, display_name, email }) =>
				withDetail(asText(full_name) ?? display_name, email) ?? asText(email),
			{ state: ['active'] },
		),
	),
};

export const loadOptions = {
	getImpactCounts: enumOptions('impact counts', 'impact.count'),
	getReporters: enumOptions('reporters', 'reported_by', ['Customer', 'Internal Users', 'System']),
	getSeverities: enumOptions('severities', 'severity', ['sev-0', 'sev-1', 'sev-2', 'sev-3']),
	getSources: enumOptions('sources', 'source'),
	getSubtypes: subtypeOptions('incident'),
	...workLoadOptions,
};

export const resourceMapping = {
	getCustomFields: newFields('incident'),
	getIncidentCustomFields: ownFields('incident', {
		noun: 'incidents',
		parameter: 'incidentId',
		kind: INCIDENT,
		get: (id) => read('/incidents.get', { id }),
		envelope: 'incident',
	}),
	...workResourceMapping,
};
