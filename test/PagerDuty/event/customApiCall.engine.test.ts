import { startSandbox, type Sandbox } from '../../sandbox';
import { anyNode, type OlderOptions } from '../../support/anyNode';
import { runNode } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());

it('a body typed as text gets the integration key, too', async () => {
	const node = anyNode(async (context) => {
		const options: OlderOptions = {
			method: 'POST',
			uri: `${sandbox.url('pagerDuty')}/v2/change/enqueue`,
			headers: { 'Content-Type': 'application/json' },
			body: '{ "payload": { "summary": "Größe" } }',
		};
		const reply: unknown = await context.helpers.requestWithAuthentication.call(
			context,
			'pagerDutyEventsApi',
			options,
		);
		return { reply };
	});
	const credentials = { pagerDutyEventsApi: { ...sandbox.credentials.pagerDutyEventsApi } };
	const { error } = await runNode({ node, parameters: {}, credentials });
	expect(error).toBeUndefined();
	expect(sandbox.requests('pagerDuty').map(({ body, status }) => [body, status])).toEqual([
		[
			{
				payload: { summary: 'Größe' },
				routing_key: sandbox.credentials.pagerDutyEventsApi.integrationApiKey,
			},
			202,
		],
	]);
});
