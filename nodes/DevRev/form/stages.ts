import type { IDataObject } from 'n8n-workflow';

import { searchFor, type Lookup, type ListSearch } from '../../shared/form/lookup';
import { asObject, asRows, asText } from '../../shared/ground/values';
import type { Reply } from '../../shared/wire/request';
import { devRev, read, rowsOf, stagePaging } from '../api/profile';
import type { LeafType } from './schemas';

/**
 * Stages that one kind of object can have. Its diagrams name them in order and say where one may start; an
 * organization without diagrams has its list of all stages, which holds those of other objects too.
 * docs/facts/devrev.md#stages.
 */
export function stageSearch(leafType: LeafType): ListSearch {
	const fromDiagrams = searchFor(devRev, {
		...lookup,
		request: () => read('/stage-diagrams.list', { leaf_type: [leafType] }),
		rows: diagramStages,
		label: ({ name, is_start }) => (is_start === true ? `${String(name)} (start)` : asText(name)),
	});
	return async function (filter, paginationToken) {
		const inDiagrams = await fromDiagrams.call(this, undefined, undefined);
		if (!inDiagrams.results.length) return await fromAll.call(this, filter, paginationToken);
		const typed = filter?.trim().toLowerCase() ?? '';
		return {
			results: inDiagrams.results.filter(({ name, value }) =>
				`${name} ${String(value)}`.toLowerCase().includes(typed),
			),
		};
	};
}

const lookup: Pick<Lookup, 'noun' | 'emptyOn'> = { noun: 'stages', emptyOn: [403, 404] };

const fromAll = searchFor(devRev, {
	...lookup,
	emptyOn: [],
	request: () => read('/stages.custom.list'),
	rows: rowsOf('result'),
	label: ({ name, state }) => `${String(name)} (${asText(asObject(state).name) ?? 'no state'})`,
	paging: stagePaging,
	filterHere: true,
});

/** Each stage once, those of the default diagram first: subtypes may have diagrams of their own. */
function diagramStages({ body }: Reply): IDataObject[] {
	const diagrams = asRows(asObject(body).result);
	const sorted = [
		...diagrams.filter(({ is_default }) => is_default === true),
		...diagrams.filter(({ is_default }) => is_default !== true),
	];
	const found = new Map<string, IDataObject>();
	for (const { stage, is_start, is_deprecated } of sorted.flatMap((one) => asRows(one.stages))) {
		const { id, name } = asObject(stage);
		const key = asText(id);
		if (key && is_deprecated !== true && !found.has(key)) found.set(key, { id, name, is_start });
	}
	return [...found.values()];
}
