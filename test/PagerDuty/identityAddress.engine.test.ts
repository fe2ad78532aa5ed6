import { PagerDutyIncidentsOAuth2Api } from '../../credentials/PagerDutyIncidentsOAuth2Api.credentials';
import { startSandbox, type Sandbox } from '../sandbox';
import { REFUSED } from '../support/addresses';
import { sendTestRequest } from '../support/credentialTest';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());

it.each(REFUSED)(
	'the client secret is not sent to an identity service that the node refuses: %s',
	async (_, address) => {
		const identityUrl = address(new URL(sandbox.url('pagerDuty')).port);
		const type = 'pagerDutyIncidentsOAuth2Api';
		const data = { ...sandbox.credentials[type], identityUrl, sessionToken: '', region: 'custom' };
		const credential = new PagerDutyIncidentsOAuth2Api();
		await expect(sendTestRequest(credential, { [type]: data })).rejects.toThrow();
		expect(sandbox.requests()).toEqual([]);
	},
);
