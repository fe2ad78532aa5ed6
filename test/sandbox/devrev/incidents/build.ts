import type { JsonObject } from '../../core/types';
import { isObject } from '../../core/values';
import { don } from '../ids';
import type { DevRevStore, DevUser, EnumValue, Incident, Stage, Unshown } from '../types';

/** An enum field's answer: the value's id, label and place. */
export function enumAnswer(value: EnumValue): EnumValue {
	const { id, label, ordinal } = value;
	return { id, label, ordinal };
}

export function stageAnswer(stage: Stage): Incident['stage'] {
	const { id, display_id, name, state } = stage;
	return {
		stage: { id, display_id, name },
		state: { id: state.id, name: state.name, is_final: state.is_final },
	};
}

export function nothingUnshown(): Unshown {
	return { related_docs: [], staged_info: {}, external_source_data: {} };
}

/** Numbers an incident and puts it into the store. */
export function addIncident(
	store: DevRevStore,
	user: DevUser,
	fields: Partial<Incident> & { title: string; stage: Incident['stage'] },
	unshown: Unshown,
	at = store.clock.now(),
): Incident {
	const number = store.nextNumber;
	store.nextNumber += 1;
	const date = new Date(at).toISOString();
	const incident: Incident = {
		id: don('incident', number),
		display_id: `INC-${number}`,
		created_by: user,
		created_date: date,
		modified_by: user,
		modified_date: date,
		owned_by: [],
		applies_to_parts: [],
		artifacts: [],
		tags: [],
		pia: [],
		playbooks: [],
		custom_fields: {},
		stock_schema_fragment: don('stock_type_fragment', 4),
		...fields,
	};
	if (incident.stage.state.is_final === true) incident.actual_close_date = date;
	store.incidents.set(incident.id, incident);
	store.unshown.set(incident.id, unshown);
	return incident;
}

/** A seeded incident, by names instead of ids. */
export function fileIncident(
	store: DevRevStore,
	user: DevUser,
	wanted: { title: string; stage: string; severity: number; at: number },
): void {
	const stage = [...store.stages.values()].find(({ name }) => name === wanted.stage);
	const severity = enumValues(store, 'severity').find(({ id }) => id === wanted.severity);
	if (!stage || !severity) return;
	const fields = {
		title: wanted.title,
		body: `Seen by the shop's monitoring: **${wanted.title}**`,
		owned_by: [user],
		severity: enumAnswer(severity),
		stage: stageAnswer(stage),
	};
	addIncident(store, user, fields, nothingUnshown(), wanted.at);
}

/** Values of a stock enum field, or of `impact.count`. */
export function enumValues(store: DevRevStore, name: string): EnumValue[] {
	const fields =
		name === 'impact.count'
			? store.stockComposites.flatMap((composite) => composite.fields)
			: store.stockFields;
	const found = fields.find((field) => field.name === name.split('.').pop());
	return (found?.allowed_values ?? []) as EnumValue[];
}

export function summary(record: JsonObject, ...keys: string[]): JsonObject {
	return Object.fromEntries(
		['id', 'display_id', ...keys].filter((key) => key in record).map((key) => [key, record[key]]),
	);
}

/** The incident as it is answered: what is empty is absent, not null. */
export function renderIncident(incident: Incident): JsonObject {
	return Object.fromEntries(
		Object.entries(incident).filter(([, value]) => {
			if (Array.isArray(value)) return value.length > 0;
			return !isObject(value) || Object.keys(value).length > 0;
		}),
	);
}
