import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import { publishing } from '../host/published';
import { samples as cloudWatch } from '../shared/alerts/samples/cloudWatch';
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

	// Alerts of one message go side by side.
	const since = async (...alerts: IDataObject[]) => {
		const { length } = accepted();
		expect(await post(...alerts)).toBe(200);
		return accepted().slice(length).sort();
	};
	const otherKey = `alertmanager:${other.fingerprint}`;
	expect(await since(firing(), firing(other))).toEqual([
		['trigger', 'opened', SHOWN.key],
		['trigger', 'opened', otherKey],
	]);
	expect(await since(firing(), over(other))).toEqual([
		['resolve', 'changed', otherKey],
		['trigger', 'merged', SHOWN.key],
	]);
	expect(await since(over())).toEqual([['resolve', 'changed', SHOWN.key]]);
	await on.finished(workflow, 3);

	// What is no alert is no success either: the tool keeps it, and its owner sees why.
	expect((await http.post(url, { temperature: 21 })).status).toBe(500);
	expect(accepted()).toHaveLength(5);
}, 120_000);

it('CloudWatch: Amazon SNS sends its JSON as plain text, and the question whether it may is told', async () => {
	const workflow = await on.publish('alerts-to-pagerduty');
	const post = async (payload: object) =>
		await http.post(on.webhookAt('alerts'), JSON.stringify(payload), {
			headers: { 'content-type': 'text/plain; charset=UTF-8' },
		});
	for (const { payload } of cloudWatch.slice(0, 2)) {
		expect((await post(payload)).status).toBe(200);
	}
	expect(accepted().map(([action, effect]) => [action, effect])).toEqual([
		['trigger', 'opened'],
		['resolve', 'changed'],
	]);
	await on.finished(workflow, 2);
	const SubscribeURL = `${on.sandbox.url('pagerDuty')}/incidents`;
	const TopicArn = 'arn:aws:sns:eu-central-1:123456789012:alarms';
	on.sandbox.clearRequests();
	expect(
		(await post({ Type: 'SubscriptionConfirmation', TopicArn, SubscribeURL, Token: 'x' })).status,
	).toBe(500);
	expect(on.sandbox.requests('pagerDuty')).toEqual([]);
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
