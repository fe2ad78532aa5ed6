import type { IHookFunctions, INodeType } from 'n8n-workflow';

import { isRegistered, register } from './lifecycle';
import type { Subscriptions } from './subscription';
import { unregister } from './unregister';

/** What n8n calls when the workflow is published and unpublished, for a trigger that keeps a subscription. */
export function keeping(subscriptions: Subscriptions): NonNullable<INodeType['webhookMethods']> {
	return {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this, subscriptions);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await register(this, subscriptions);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unregister(this, subscriptions);
			},
		},
	};
}
