import type { IWebhookDescription } from 'n8n-workflow';

/** The one webhook of a trigger. A run that starts is answered with 200 and no body. */
export const deliveries: IWebhookDescription = {
	name: 'default',
	httpMethod: 'POST',
	responseMode: 'onReceived',
	responseData: 'noData',
	path: 'webhook',
};
