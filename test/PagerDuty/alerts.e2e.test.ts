import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import { publishing } from '../host/published';
import { firing, groupOf, over, SHOWN } from '../shared/alerts/group';

const on = publishing();

const http = axios.create({ proxy: false, validateStatus: () => true });

const accepted = () =>
	on.sandbox
		.state('pagerDuty')
		.events.accepted.map(({ action, effect, key }) => [action, effect, key]);

it('Alertmanager: what fires pages, what is over resolves it, and the tool is told of trouble', async () => {
	const workflow = await on.publish('alerts-to-pagerduty');
	const url = on.webhookAt('alerts');
	const post = async (...alerts: IDataObject[]) =>
		(await http.post(url, groupOf(...alerts))).status;
	const other = { fingerprint: 'a1b2c3d4e5f60718' };

	expect(await post(firing(), firing(other))).toBe(200);
	expect(await post(firing(), over(other))).toBe(200);
	expect(await post(over())).toBe(200);
	expect(accepted()).toEqual([
		['trigger', 'opened', SHOWN.key],
		['trigger', 'opened', `alertmanager:${other.fingerprint}`],
		['trigger', 'merged', SHOWN.key],
		['resolve', 'changed', `alertmanager:${other.fingerprint}`],
		['resolve', 'changed', SHOWN.key],
	]);
	await on.finished(workflow, 3);

	// What is no alert is no success either: the tool keeps it, and its owner sees why.
	expect((await http.post(url, { temperature: 21 })).status).toBe(500);
	expect(accepted()).toHaveLength(5);
}, 120_000);

it('a workflow that fails pages once, and its next failure joins', async () => {
	const pages = await on.publish('error-workflow-pagerduty');
	await on.publishWorkflow(failingWorkflow(pages.id));
	const url = on.webhookAt('fails');
	for (const count of [1, 2]) {
		expect((await http.post(url, {})).status).toBe(200);
		await on.finished(pages, count);
	}
	const [[, , key]] = accepted();
	expect(accepted()).toEqual([
		['trigger', 'opened', key],
		['trigger', 'merged', key],
	]);
	expect(key).toMatch(/^n8nError:/);
	const [alert] = [...on.sandbox.state('pagerDuty').details.alerts.values()].filter(
		({ alert_key }) => alert_key === key,
	);
	expect(alert.summary).toContain('Nightly export');
}, 120_000);

const failingWorkflow = (errorWorkflow: string) => ({
	name: 'Nightly export',
	nodes: [
		{
			id: '7a1e0017-0000-4000-8000-000000000001',
			name: 'Start',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			parameters: { httpMethod: 'POST', path: 'fails', options: {} },
			webhookId: '7a1e0017-0000-4000-8000-000000000002',
		},
		{
			id: '7a1e0017-0000-4000-8000-000000000003',
			name: 'Export',
			type: 'n8n-nodes-base.stopAndError',
			typeVersion: 1,
			position: [220, 0],
			parameters: { errorMessage: 'The disk is full' },
		},
	],
	connections: { Start: { main: [[{ node: 'Export', type: 'main', index: 0 }]] } },
	settings: { errorWorkflow },
});
