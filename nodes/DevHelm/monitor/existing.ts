import type { IDataObject } from 'n8n-workflow';

import { asNumber, asObject, asRows, asText } from '../../shared/ground/values';
import {
	chosen,
	chosenSet,
	flag,
	isNamed,
	members,
	writtenText,
	type Trait,
} from '../../shared/run/create/alike';
import type { Existing } from '../../shared/run/operation';
import { paging, rowsOf } from '../api/profile';

/** DevHelm may check less often than it was asked to, by the plan: then nobody can tell. */
const frequencySeconds: Trait = {
	agrees: (sent, object) => {
		const [wanted, stored] = [asNumber(sent), asNumber(object.frequencySeconds)];
		if (wanted === undefined || stored === undefined || wanted === stored) return 'same';
		return stored > wanted ? 'unclear' : 'other';
	},
	key: (sent) => sent ?? null,
};

/** Assertions by their types: what they are made with comes in more forms. */
const assertions: Trait = {
	agrees: (sent, { assertions: stored }, isWhole) => {
		const wanted = asRows(sent).map(({ config }) => asObject(config).type);
		if (!wanted.length) return 'same';
		if (!Array.isArray(stored)) return isWhole ? 'other' : 'unread';
		const found = asRows(stored).map(({ config }) => asObject(config).type);
		return JSON.stringify(wanted.sort()) === JSON.stringify(found.sort()) ? 'same' : 'other';
	},
	key: (sent) => sent ?? null,
};

/** Each tag that was sent, by its ID or its name. */
const tags: Trait = {
	agrees: (sent, { tags: stored }, isWhole) => {
		const { tagIds, newTags } = asObject(sent);
		const ids = Array.isArray(tagIds) ? tagIds : [];
		const names = asRows(newTags).map(({ name }) => name);
		if (!ids.length && !names.length) return 'same';
		if (!Array.isArray(stored)) return isWhole ? 'other' : 'unread';
		const all = asRows(stored);
		const areThere =
			ids.every((id) => all.some((tag) => isNamed(tag, id))) &&
			names.every((name) => all.some((tag) => tag.name === name));
		return areThere ? 'same' : 'other';
	},
	key: (sent) => sent ?? null,
};

const environmentOf = ({ environment }: IDataObject) =>
	environment === undefined ? undefined : (asText(asObject(environment).id) ?? null);

/** A monitor is known again by its name, by what it checks, and by how. */
export const existing: Existing = {
	sent: ({ body = {} }) => body,
	traits: {
		name: writtenText('name'),
		type: chosen('type'),
		config: members('config'),
		enabled: flag('enabled', true),
		managedBy: chosen('managedBy'),
		regions: chosenSet('regions'),
		environmentId: chosen('environmentId', {
			from: environmentOf,
			isOurs: true,
			whenAbsent: null,
		}),
		frequencySeconds,
		assertions,
		auth: members('auth'),
		incidentPolicy: members('incidentPolicy'),
		alertChannelIds: chosenSet('alertChannelIds', { whenAbsent: [] }),
		tags,
	},
	createdAt: (row) => asText(row.createdAt),
	recent: ({ name }, _since, isThorough) => ({
		method: 'GET',
		path: '/api/v1/monitors',
		query: { search: isThorough ? undefined : asText(name) },
	}),
	again: { read: (id) => ({ method: 'GET', path: `/api/v1/monitors/${encodeURIComponent(id)}` }) },
	paging,
	rows: rowsOf,
};
