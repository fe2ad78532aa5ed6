import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';

import { chosenId } from '../../shared/form/dependent';
import { searchFor, type Lookup } from '../../shared/form/lookup';
import { cut } from '../../shared/ground/characters';
import { asText } from '../../shared/ground/values';
import { laterPages } from '../api/laterPages';
import { rowsOf } from '../api/profile';
import { pagerDutyWays } from '../api/ways';
import { STATUS_PAGE } from './ids';

const LONGEST_LABEL = 80;
const THE_PAGE = { path: 'statusPageId', label: 'Status Page', kind: STATUS_PAGE };

/** What belongs to the status page that is chosen in the form. docs/facts/pagerduty.md#status-pages. */
function ofPage(noun: string, what: string, label: Lookup['label'], isOfType: boolean) {
	return searchFor(pagerDutyWays, {
		noun,
		request: (_, context) => ({
			method: 'GET',
			path: `/status_pages/${chosenId(context, THE_PAGE)}/${what}`,
			query: isOfType ? { post_type: typeIn(context) } : {},
		}),
		rows: rowsOf(what),
		label,
		paging: laterPages(noun, 'Give the ID'),
		filterHere: true,
	});
}

/** Incidents and maintenances have states of their own; an expression is not known yet. */
function typeIn(context: ILoadOptionsFunctions): string | undefined {
	const type = asText(context.getCurrentNodeParameter('postType'));
	return type === 'incident' || type === 'maintenance' ? type : undefined;
}

const described = ({ description, post_type }: IDataObject) =>
	`${asText(description) ?? ''} (${String(post_type)})`;

export const statusPageListSearch = {
	searchStatusPages: searchFor(pagerDutyWays, {
		noun: 'status pages',
		request: () => ({ method: 'GET', path: '/status_pages' }),
		rows: rowsOf('status_pages'),
		label: ({ name, status_page_type }) => `${String(name)} (${String(status_page_type)})`,
		url: ({ url }) => asText(url),
		paging: laterPages('status pages', 'Give the ID'),
		filterHere: true,
	}),
	searchPagePosts: ofPage(
		'posts',
		'posts',
		({ title, post_type }) => `${cut(asText(title) ?? '', LONGEST_LABEL)} (${String(post_type)})`,
		false,
	),
	searchPageStatuses: ofPage('statuses', 'statuses', described, true),
	searchPageSeverities: ofPage('severities', 'severities', described, true),
	searchPageImpacts: ofPage('impacts', 'impacts', described, true),
	searchPageComponents: ofPage('components', 'services', ({ name }) => asText(name), false),
};
