import { randomBytes } from 'node:crypto';

import type { JsonObject } from '../../core/types';

export interface Webhook extends JsonObject {
	id: string;
	display_id: string;
	url: string;
	event_types: string[];
	headers: Array<{ name: string; value: string }>;
	/** Base64, and shown whenever the webhook is read. */
	secret: string;
	status: 'active' | 'inactive' | 'unverified';
	created_date: string;
	modified_date: string;
}

/** Something that subscribers are told of; the data stand below a key that is called like the type. */
export interface Happened {
	type: string;
	data: JsonObject;
}

/** How deliveries are signed: the documentation leaves it open. */
export interface Signing {
	key: 'bytes' | 'text';
	digest: 'base64' | 'hex';
}

export interface WebhookStore {
	all: Map<string, Webhook>;
	nextNumber: number;
	signing: Signing;
	/** Challenges that are on their way. */
	verifying: Set<Promise<void>>;
	/** What the request that is being served has done. */
	happened: Happened[];
	/** Webhooks that the request that is being served has left to be verified. */
	unverified: Webhook[];
}

export function seedWebhooks(): WebhookStore {
	return {
		all: new Map(),
		nextNumber: 1,
		signing: { key: 'bytes', digest: 'base64' },
		verifying: new Set(),
		happened: [],
		unverified: [],
	};
}

/** What DevRev makes when it is given none. */
export const newSecret = () => randomBytes(32).toString('base64');
