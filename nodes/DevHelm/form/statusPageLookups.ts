import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';

import { chosenId, keepActable } from '../../shared/form/dependent';
import { searchFor } from '../../shared/form/lookup';
import { asText } from '../../shared/ground/values';
import type { ApiRequest } from '../../shared/wire/request';
import { devHelm, paging, rowsOf } from '../api/profile';
import { isPublished, toIncidentRecord } from '../statusPageIncident/record';
import { STATUS_PAGE } from './ids';

const THE_PAGE = { path: 'statusPageId', label: 'Status Page', kind: STATUS_PAGE };

const isActable = keepActable({ resolve: 'open' }, toIncidentRecord);
const isDraft = (row: IDataObject) => !isPublished(row);
const wantsDraft = (context: ILoadOptionsFunctions) =>
	['dismiss', 'publish'].includes(String(context.getCurrentNodeParameter('operation')));

/** List searches for status pages, and for what belongs to the page in the form. docs/facts/devhelm.md#searches-for-the-form. */
export const statusPageListSearch = {
	searchStatusPages: searchFor(devHelm, {
		noun: 'status pages',
		request: () => ({ method: 'GET', path: '/api/v1/status-pages' }),
		rows: rowsOf,
		label: ({ name, slug }) => withFacts(asText(name), slug),
		filterHere: true,
	}),
	searchStatusPageComponents: searchFor(devHelm, {
		noun: 'components of the status page',
		request: (_, context) => ofPage(context, 'components'),
		rows: rowsOf,
		label: ({ name, type }) => withFacts(asText(name), type === 'GROUP' && 'group'),
		filterHere: true,
	}),
	searchSubscribers: searchFor(devHelm, {
		noun: 'subscribers of the status page',
		request: (_, context) => ofPage(context, 'subscribers'),
		rows: rowsOf,
		label: ({ email }) => asText(email),
		paging,
		filterHere: true,
	}),
	searchStatusPageIncidents: searchFor(devHelm, {
		noun: 'incidents of the status page',
		request: (_, context) => ofPage(context, 'incidents'),
		rows: rowsOf,
		label: incidentLabel,
		keep: (row, context) => isActable(row, context) && (isDraft(row) || !wantsDraft(context)),
		paging,
		filterHere: true,
	}),
};

function ofPage(context: ILoadOptionsFunctions, what: string): ApiRequest {
	const id = chosenId(context, THE_PAGE);
	return { method: 'GET', path: `/api/v1/status-pages/${id}/${what}` };
}

/** Titles repeat: state and time tell them apart, and a draft is nothing that customers see. */
function incidentLabel({ title, status, publishedAt, startedAt }: IDataObject): string {
	const at = asText(startedAt)?.slice(0, 16).replace('T', ' ');
	const draft = !asText(publishedAt) && 'draft';
	return withFacts(asText(title) ?? 'Incident', draft, asText(status)?.toLowerCase(), at) ?? '';
}

function withFacts(name: string | undefined, ...facts: unknown[]): string | undefined {
	const known = facts.filter(Boolean).join(', ');
	return name && known ? `${name} (${known})` : name;
}
