import type { Alert } from '../../../../nodes/shared/alerts/alert';
import type { Sample } from '../sample';

const workflow = { id: 'kT4vLmQ2sXw9', name: 'Orders to the warehouse' };

const execution = {
	id: '23177',
	url: 'https://n8n.shop.example/workflow/kT4vLmQ2sXw9/executions/23177',
	error: {
		name: 'NodeApiError',
		message: 'The service refused the connection - perhaps it is offline',
		description: 'connect ECONNREFUSED 10.20.0.40:443',
		timestamp: 1772419267318,
		level: 'warning',
		context: {},
		node: { name: 'Fetch orders', type: 'n8n-nodes-base.httpRequest' },
		stack: 'NodeApiError: The service refused the connection\n    at ExecuteContext.execute',
	},
	lastNodeExecuted: 'Fetch orders',
	mode: 'trigger',
};

const read: Alert = {
	tool: 'n8n',
	state: 'firing',
	title: 'Orders to the warehouse failed in Fetch orders',
	text: 'The service refused the connection - perhaps it is offline\nconnect ECONNREFUSED 10.20.0.40:443',
	severity: null,
	toolSeverity: null,
	source: 'Orders to the warehouse',
	service: null,
	fingerprint: 'bc800cb420ce1b43b39a76f80a61f1f3',
	startedAt: '2026-03-02T02:41:07.318Z',
	endedAt: null,
	links: [
		{
			text: 'Execution',
			href: 'https://n8n.shop.example/workflow/kT4vLmQ2sXw9/executions/23177',
		},
	],
	labels: {
		workflow: 'kT4vLmQ2sXw9',
		node: 'Fetch orders',
		mode: 'trigger',
		execution: '23177',
		error: 'NodeApiError',
	},
};

/** https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.errortrigger/#error-data */
export const samples: Sample[] = [
	{ name: 'firing', payload: { execution, workflow }, alerts: [read] },
	{
		name: 'odd: fails there again, by hand this time',
		payload: {
			execution: { ...execution, id: '23180', url: undefined, retryOf: '23177', mode: 'retry' },
			workflow,
		},
		alerts: [
			{
				...read,
				links: [],
				labels: { ...read.labels, execution: '23180', mode: 'retry' },
			},
		],
	},
	{
		name: 'odd: a trigger that does not work',
		payload: {
			trigger: {
				error: {
					context: {},
					name: 'WorkflowActivationError',
					cause: { message: 'Invalid credentials', stack: '' },
					timestamp: 1772419267318,
					message: 'Invalid credentials',
					node: { name: 'New mail', type: 'n8n-nodes-base.emailReadImap' },
				},
				mode: 'trigger',
			},
			workflow,
		},
		alerts: [
			{
				...read,
				title: 'The trigger of Orders to the warehouse failed in New mail',
				text: 'Invalid credentials',
				fingerprint: '213372dffa848575f70c5d5f3d116ad3',
				links: [],
				labels: {
					workflow: 'kT4vLmQ2sXw9',
					node: 'New mail',
					mode: 'trigger',
					error: 'WorkflowActivationError',
				},
			},
		],
	},
	{
		name: 'odd: neither node nor message, as after a crash',
		payload: { execution: { id: '23177', error: {}, mode: 'webhook' }, workflow },
		alerts: [
			{
				...read,
				title: 'Orders to the warehouse failed',
				text: null,
				fingerprint: 'e2972cc21fde1efa66baf284bb069eae',
				startedAt: null,
				links: [],
				labels: { workflow: 'kT4vLmQ2sXw9', mode: 'webhook', execution: '23177' },
			},
		],
	},
];
