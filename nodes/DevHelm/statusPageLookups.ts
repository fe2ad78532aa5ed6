import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';

import { idIn } from '../shared/idKind';
import { searchFor } from '../shared/lookup';
import type { ApiRequest } from '../shared/operation';
import { unwrap } from '../shared/raw';
import { asText } from '../shared/values';
import { devHelm, paging, rowsOf } from './api';
import { STATUS_PAGE } from './ids';

/** List searches for status pages, and for what belongs to the page in the form. Sheet devhelm, section 9. */
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
	searchStatusPageIncidents: searchFor(devHelm, {
		noun: 'incidents of the status page',
		request: (_, context) => ofPage(context, 'incidents'),
		rows: rowsOf,
		label: incidentLabel,
		paging,
		filterHere: true,
	}),
};

/** Undefined while no page is chosen, or while only an expression stands for it. */
function ofPage(context: ILoadOptionsFunctions, what: string): ApiRequest | undefined {
	const chosen: unknown = context.getCurrentNodeParameter('statusPageId');
	const id = idIn(unwrap(chosen), STATUS_PAGE);
	if (id === undefined) return;
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
