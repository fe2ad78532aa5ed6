import { createHmac, randomBytes, randomUUID } from 'node:crypto';

import { Deliveries } from '../../core/deliveries';
import type { JsonObject } from '../../core/types';
import { don } from '../ids';
import { withShape } from '../stageShapes';
import type { DevRevStore } from '../types';
import type { Happened, Signing, Webhook } from './types';

/** Three attempts: at once, after half a minute, after three minutes. Anything but a 2xx is repeated. */
export function devRevDeliveries(): Deliveries {
	return new Deliveries({
		timeoutMs: 3_000,
		pausesMs: [30_000, 180_000],
		isRetried: (status) => status < 200 || status > 299,
	});
}

/**
 * Tells every active webhook that asks for it. Waits first for the challenges that are on their way, so
 * that what happens right after a registration is not lost in a test.
 */
export async function announce(
	store: DevRevStore,
	deliveries: Deliveries,
	{ type, data }: Happened,
): Promise<void> {
	const { all, verifying } = store.webhooks;
	if (verifying.size) await Promise.all(verifying);
	const id = don('webhook_event', randomUUID());
	const shaped = withShape(data, store.stageShape);
	for (const webhook of all.values()) {
		if (webhook.status !== 'active' || !webhook.event_types.includes(type)) continue;
		void send(store, deliveries, webhook, { id, type, data: shaped });
	}
}

/** Sends the challenge; only the right answer makes the webhook active. */
export function verify(store: DevRevStore, deliveries: Deliveries, webhook: Webhook): void {
	const { verifying } = store.webhooks;
	const ends = challenge(store, deliveries, webhook).finally(() => verifying.delete(ends));
	verifying.add(ends);
}

async function challenge(
	store: DevRevStore,
	deliveries: Deliveries,
	webhook: Webhook,
): Promise<void> {
	const { url, secret } = webhook;
	const data = { challenge: randomBytes(24).toString('base64') };
	const id = don('webhook_event', randomUUID());
	const { statuses, answer } = await send(store, deliveries, webhook, { id, type: 'verify', data });
	const isEcho = JSON.stringify(answer) === JSON.stringify(data);
	const isRight = isEcho && statuses[statuses.length - 1] === 200;
	// After a change there is another challenge on its way.
	const isSame = webhook.url === url && webhook.secret === secret;
	if (isRight && isSame && webhook.status === 'unverified') webhook.status = 'active';
}

async function send(
	{ clock, webhooks: { signing } }: DevRevStore,
	deliveries: Deliveries,
	{ id: webhook_id, url, headers, secret }: Webhook,
	{ id, type, data }: Happened & { id: string },
) {
	const timestamp = new Date(clock.now()).toISOString().replace('Z', '123456Z');
	const body = encoded({ id, timestamp, type, webhook_id, [type]: data });
	const own = headers.map(({ name, value }) => [name.toLowerCase(), value]);
	return await deliveries.send({
		url,
		body,
		headers: {
			...(Object.fromEntries(own) as { [name: string]: string }),
			'content-type': 'application/json',
			'x-devrev-signature': signature(secret, body, signing),
		},
	});
}

/** Written otherwise than JavaScript does, as the documentation's sample is. */
export function encoded(value: JsonObject): string {
	const codes: { [character: string]: string } = { '<': 'u003c', '>': 'u003e', '&': 'u0026' };
	return JSON.stringify(value).replace(/[<>&]/g, (character) => `\\${codes[character]}`);
}

export function signature(secret: string, body: string, { key, digest }: Signing): string {
	return createHmac('sha256', key === 'bytes' ? Buffer.from(secret, 'base64') : secret)
		.update(body)
		.digest(digest);
}
