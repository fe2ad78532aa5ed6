import { shown } from '../../shared/form/given';
import type { AddressBook, IdKind } from '../../shared/form/idKind';
import type { Parameters } from '../../shared/form/parameters';
import { isUuid, UUID } from '../api/uuid';

/** The ID in a text field, for objects that Bleemeo does not list. */
export function uuid(parameters: Parameters, name: string): string | undefined {
	const text = parameters.key(name);
	if (text === undefined || isUuid(text)) return text;
	return parameters.refuse(
		name,
		`is not an ID: ${shown(text)}`,
		'Use an ID such as 2489e9ad-2ee2-4e00-8ec9-32d5f69181c0, as an earlier event of the thread names it',
	);
}

/** Paths of the API; the panel's, which are not documented, are taken where they are alike. */
const page = (noun: string) => ({ noun, path: new RegExp(`/${noun}s?/(${UUID})(?![^/#?])`) });

const addresses: AddressBook = {
	vendor: 'Bleemeo',
	domain: 'bleemeo',
	pages: [page('event'), page('agent'), page('metric')],
};

/** Kinds of Bleemeo objects that a form refers to. */
function kind(noun: string, search: string, example: string): IdKind {
	return { noun, search, id: { regex: UUID, example }, addresses };
}

export const EVENT = kind('event', 'searchEvents', 'b38c1f6e-52a4-4b1e-9d0f-7c6a2e51d90b');
export const AGENT = kind('agent', 'searchAgents', '2489e9ad-2ee2-4e00-8ec9-32d5f69181c0');
export const METRIC = kind('metric', 'searchMetrics', '7d1c0f3a-9b5e-4c2d-8f60-1a2b3c4d5e6f');
