import type {
	IHookFunctions,
	INodeProperties,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { Parameters } from '../form/parameters';

/** The parameters of a trigger node. */
export type TriggerForm = INodeProperties[];

type TriggerContext = IHookFunctions | IPollFunctions | IWebhookFunctions;

/** A parameter's value; n8n throws for one that is not there unless it has something to give instead. */
export function valueOf(context: TriggerContext, name: string): unknown {
	return context.getNodeParameter(name, null) ?? undefined;
}

/** Reads a trigger's parameters: it has no items, so each has one value. */
export function formReader(context: TriggerContext, properties: TriggerForm): Parameters {
	return new Parameters({
		properties,
		timezone: context.getTimezone(),
		get: (name) => valueOf(context, name),
		stored: (name) => context.getNode().parameters[name],
	});
}
