import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { TARGETS, type Stored } from '../../../faults/targets';
import { type FaultRule, type Vendor } from '../../../sandbox';
import { runNode, type NodeResult } from '../../../support/engine';
import { hostileWorld } from '../../../support/hostileWorld';

/**
 * Creates in a world that does not behave as the node would like it: requests that are carried out late,
 * lists that lag, texts that are stored otherwise, clocks apart, and others who write the same.
 */
export const world = hostileWorld();

export const spoil = (vendor: Vendor, rule: FaultRule) =>
	world.sandbox.fault(vendor, { method: 'POST', path: TARGETS[vendor].create.path, ...rule });

export const longText = (vendor: Vendor, text: string) => ({
	additionalFields: { [TARGETS[vendor].create.text]: text },
});

export const gatewayTimeout = { status: 504, body: '<html><h1>504 Gateway Time-out</h1></html>' };

export async function create(
	vendor: Vendor,
	items: IDataObject[],
	more: IDataObject = {},
	credential: IDataObject = {},
): Promise<NodeResult> {
	const { node, credential: type, parameters } = TARGETS[vendor];
	const wanted = { ...parameters(world.sandbox), ...more };
	return await runNode({
		node,
		parameters: wanted as never,
		credentials: { [type]: { ...world.sandbox.credentials[type], ...credential } },
		items,
		onError: 'continueRegularOutput',
	});
}

export function stored(vendor: Vendor, isOne: (title: string) => boolean): Stored[] {
	return [...TARGETS[vendor].stored(world.sandbox)].filter(({ title }) => isOne(title ?? ''));
}

export const idsOf = (items: INodeExecutionData[]) => items.map(({ json }) => json.id);
export const titled = (...titles: string[]) => titles.map((title) => ({ title }));
