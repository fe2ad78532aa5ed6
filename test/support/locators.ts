import type { IDataObject } from 'n8n-workflow';

/** A resource locator's value in "By ID" mode. */
export function byId(value: string): IDataObject {
	return { __rl: true, mode: 'id', value };
}

/** Rows of a `locatorList`: one ID in each. */
export function rowsOfIds(rowName: string, ids: string[]): IDataObject {
	return { values: ids.map((id) => ({ [rowName]: byId(id) })) };
}
