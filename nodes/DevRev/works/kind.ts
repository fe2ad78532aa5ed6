import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { IdKind } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import type { Traits } from '../../shared/run/create/alike';
import type { Dates } from '../incident/dateFilter';
import type { ListField } from '../incident/listFields';

/**
 * Issues and tickets are one kind of object to DevRev, told apart by a type: what differs between them stands here.
 * docs/facts/devrev.md#issues-and-tickets.
 */
export interface WorkKind {
	/** As DevRev calls it, and as people say it. */
	type: 'issue' | 'ticket';
	plural: string;
	/** The parameter that names one. */
	name: string;
	id: IdKind;
	stage: IdKind;
	/** The number that people say. */
	example: string;
	/** Names of lists in `lookups.ts`. */
	lists: { subtypes: string; newFields: string; ownFields: string };
	/** Its own fields beside those that both have, of a create, an update and a list. */
	createFields: INodeProperties[];
	updateFields: INodeProperties[];
	filterFields: INodeProperties[];
	createBody: (fields: Parameters) => IDataObject;
	updateBody: (fields: Parameters) => IDataObject;
	filterBody: (fields: Parameters) => IDataObject;
	/** Dates of its own that a list filters by. */
	dates: Dates;
	/** Lists of its own that an update changes. */
	changes: ListField[];
	/** How its own fields are compared with what was sent. */
	traits: Traits;
	/** Its own part of the flat record. */
	record: (work: IDataObject) => IDataObject;
}
