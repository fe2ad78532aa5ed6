import { queryList } from '../../core/request';
import { get, put } from '../../core/router';
import type { Route } from '../../core/router';
import type { JsonObject } from '../../core/types';
import { isObject } from '../../core/values';
import { requireWriteAccess } from '../auth';
import type { PagerDutyContext } from '../auth';
import { invalidInput, notFound } from '../errors';
import type { CustomField, PagerDutyStore } from '../types';
import { findIncident, readBody } from './find';

/** The fields of an incident type and the values of an incident. No From is needed. */
export const customFieldRoutes: Array<Route<PagerDutyContext>> = [
	get('/incidents/types/{type}/custom_fields', ({ store }, request, { type }) => {
		const known = [...store.incidentTypes.values()].find((one) =>
			[one.id, one.name].includes(type),
		);
		if (!known) throw notFound();
		const isWhole = queryList(request.query, 'include[]').includes('field_options');
		const fields = fieldsOf(store, known.name).map(
			({ field_options, incident_type, ...field }) => ({
				...field,
				incident_type,
				...(isWhole ? { field_options } : {}),
			}),
		);
		return { status: 200, body: { fields } };
	}),
	get('/incidents/{id}/custom_fields/values', ({ store }, _request, { id }) => {
		const incident = findIncident(store, id);
		const custom_fields = fieldsOf(store, incident.incident_type.name).map((field) =>
			render(field, store.fieldValues.get(incident.id)?.get(field.id) ?? null),
		);
		return { status: 200, body: { custom_fields } };
	}),
	put('/incidents/{id}/custom_fields/values', ({ store, caller }, request, { id }) => {
		requireWriteAccess(caller);
		const incident = findIncident(store, id);
		const given = readBody(request).custom_fields;
		if (!Array.isArray(given) || given.length === 0) {
			throw invalidInput('Custom fields cannot be empty.');
		}
		const fields = fieldsOf(store, incident.incident_type.name);
		const changes = given.map((one: unknown) => {
			if (!isObject(one) || !('value' in one)) throw invalidInput('A value is missing.');
			if ((one.id === undefined) === (one.name === undefined)) {
				throw invalidInput('A custom field is named by its id or by its name.');
			}
			const field = fields.find(({ id: known, name }) => known === one.id || name === one.name);
			if (!field) throw invalidInput('Custom field not found on this incident.');
			checkValue(field, one.value);
			return { field, value: one.value };
		});
		const values = store.fieldValues.get(incident.id) ?? new Map<string, unknown>();
		store.fieldValues.set(incident.id, values);
		for (const { field, value } of changes) values.set(field.id, value);
		const custom_fields = changes.map(({ field, value }) => render(field, value));
		return { status: 201, body: { custom_fields } };
	}),
];

/** A type has its own fields and those of the base type. */
function fieldsOf({ customFields }: PagerDutyStore, type: string): CustomField[] {
	return customFields.filter(
		({ incident_type, enabled }) => enabled && ['incident_default', type].includes(incident_type),
	);
}

function render(field: CustomField, value: unknown): JsonObject {
	const { id, name, display_name, description, data_type, field_type } = field;
	return { id, type: 'field_value', name, display_name, description, data_type, field_type, value };
}

function checkValue(field: CustomField, value: unknown): void {
	if (value === null) return;
	const isMultiple = field.field_type.startsWith('multi_value');
	if (isMultiple !== Array.isArray(value)) {
		throw invalidInput(`${field.name} takes ${isMultiple ? 'a list' : 'one value'}.`);
	}
	const allowed = field.field_options.map(({ data }) => data.value);
	for (const one of [value].flat() as unknown[]) {
		const isGood = field.field_type.endsWith('_fixed')
			? allowed.includes(one as string)
			: isOfType(field.data_type, one);
		if (!isGood) throw invalidInput(`${field.name} has a value that it does not take.`);
	}
}

function isOfType(type: CustomField['data_type'], value: unknown): boolean {
	switch (type) {
		case 'boolean':
			return typeof value === 'boolean';
		case 'integer':
			return Number.isInteger(value);
		case 'float':
			return typeof value === 'number';
		case 'datetime':
			return (
				typeof value === 'string' &&
				/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value)
			);
		case 'url':
			return typeof value === 'string' && /^https?:\/\/\S+$/.test(value) && value.length <= 200;
		case 'string':
			return typeof value === 'string' && value !== '';
	}
}
