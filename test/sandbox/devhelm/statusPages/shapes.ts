import {
	dateTime,
	flag,
	formatted,
	list,
	nullable,
	object,
	oneOf,
	required,
} from '../../core/shape';
import { text, uuid, type Format, type Shape } from '../../core/shape';
import { componentStatuses, impacts, pageStatuses } from './types';

const title: Shape = { kind: 'string', max: 500 };
const body: Shape = { kind: 'string', min: 1 };
const status = oneOf(...pageStatuses);
const impact = oneOf(...impacts);
const components = nullable(
	list(
		object({
			componentId: required(formatted(uuid)),
			status: required(oneOf(...componentStatuses)),
		}),
	),
);
const webAddress: Format = {
	name: 'web address, or nothing',
	test: (value) => value === '' || (/^https?:\/\/.*/.test(value) && value.length <= 2048),
};

export const createShape = object({
	title: required(title),
	impact: required(impact),
	body: required(body),
	status: nullable(status),
	affectedComponents: components,
	scheduled: nullable(flag),
	scheduledFor: nullable(formatted(dateTime)),
	scheduledUntil: nullable(formatted(dateTime)),
	autoResolve: nullable(flag),
	notifySubscribers: nullable(flag),
});

export const changeShape = object({
	title: nullable(title),
	status: nullable(status),
	impact: nullable(impact),
	affectedComponents: components,
	postmortemBody: nullable(text),
	postmortemUrl: nullable(formatted(webAddress)),
});

export const updateShape = object({
	status: required(status),
	body: required(body),
	notifySubscribers: nullable(flag),
	affectedComponents: components,
});

export const publishShape = object({
	title: nullable(title),
	impact: nullable(impact),
	status: nullable(status),
	body: nullable(text),
	affectedComponents: components,
	notifySubscribers: nullable(flag),
});
