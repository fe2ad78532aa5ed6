import type { IWebhookDescription } from 'n8n-workflow';

import { deliveries } from '../../shared/trigger/webhook';

/** What stands before the token in the path. */
export const BEFORE_TOKEN = 'token';

/** n8n shows this address whole, with the token in it, ready to be copied into Bleemeo's panel. */
const complete: IWebhookDescription = {
	...deliveries,
	path: `=${BEFORE_TOKEN}/{{ String($parameter["webhookToken"] ?? "").trim() }}`,
};

/**
 * Not shown: for a gateway that sends the token as a header, to keep it out of what logs addresses.
 * n8n has two names for webhooks only, and this one has nothing to set up in spite of its name.
 */
const plain: IWebhookDescription = { ...deliveries, name: 'setup', ndvHideUrl: true };

export const webhooks = [complete, plain];
