import type { IDataObject } from 'n8n-workflow';

import { asObject, asText, isObject } from '../../shared/ground/values';

/**
 * The object that an event's `data` is about, with names in camelCase. The shape of `data` is not
 * documented, so the object may stand in it under its noun, or be the data itself; there may also be
 * nothing but an ID. Never throws. Pure. docs/facts/devhelm.md#body-of-a-delivery.
 * @param noun `incident`, `monitor`, `service` or `component`
 */
export function subjectOf(data: unknown, noun: string): IDataObject {
	const outer = camelCased(asObject(data));
	const inner = isObject(outer[noun]) ? camelCased(outer[noun]) : undefined;
	const own = inner ?? outer;
	const id = asText(inner?.id) ?? asText(outer[`${noun}Id`]) ?? asText(outer[noun]);
	return { ...own, id: id ?? asText(own.id) };
}

/** The same object with `monitor_id` called `monitorId`; what is below it stays as it is. */
export function camelCased(object: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(object).map(([name, value]) => [
			name.replace(/(?<=[a-z0-9])_([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase()),
			value,
		]),
	);
}

/**
 * The incident of an event, with the names of what it belongs to where DevHelm says them: they may
 * stand in objects of their own beside it.
 */
export function incidentOf(data: unknown): IDataObject {
	const incident = subjectOf(data, 'incident');
	const beside = camelCased(asObject(data));
	const named = (noun: string, key: string) =>
		asText(asObject(incident[noun])[key]) ?? asText(asObject(beside[noun])[key]);
	return {
		...incident,
		monitorId: asText(incident.monitorId) ?? named('monitor', 'id'),
		monitorName: asText(incident.monitorName) ?? named('monitor', 'name'),
		serviceName: asText(incident.serviceName) ?? named('service', 'name'),
	};
}
