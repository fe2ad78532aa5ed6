import type { IWebhookDescription } from 'n8n-workflow';

const link = (httpMethod: 'GET' | 'POST'): IWebhookDescription => ({
	name: 'default',
	httpMethod,
	responseMode: 'onReceived',
	responseData: '',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
});

/** The link of a waiting execution: n8n registers nothing for it, and looks at its signature itself. */
export const links: IWebhookDescription[] = [link('GET'), link('POST')];

/** What the editor says below a node that waits. */
export const waitingTooltip =
	'={{ $parameter["operation"] === "sendAndWait" ? "The workflow goes on when the question is answered" : "" }}';
