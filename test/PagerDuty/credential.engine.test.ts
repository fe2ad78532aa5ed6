import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidentsApi } from '../../credentials/PagerDutyIncidentsApi.credentials';
import { PagerDutyIncidents } from '../../nodes/PagerDuty/PagerDutyIncidents.node';
import { sendTestRequest } from '../support/credentialTest';
import { comparable, suite } from '../support/suite';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());
const credential = new PagerDutyIncidentsApi();

async function testCredential(changes: IDataObject) {
	return await sendTestRequest(credential, on.credentials(changes));
}

it.each<[string, () => IDataObject]>([
	['as it is', () => ({})],
	['with slashes after the base URL', () => ({ baseUrl: `${on.sandbox.url('pagerDuty')}//` })],
	['with a pasted scheme', () => ({ apiToken: ' Token token=sandbox-pagerduty-token ' })],
	['without From', () => ({ from: '' })],
	[
		'with a read-only key',
		() => ({ apiToken: on.sandbox.api('pagerDuty').tokens.readOnlyAccount }),
	],
	[
		'with a user key',
		() => ({ apiToken: on.sandbox.api('pagerDuty').tokens.user, keyType: 'user' }),
	],
])('succeeds %s', async (_, changes) => {
	const output = await testCredential(changes());
	expect(output?.[0][0].json).toMatchObject({ services: [{ type: 'service' }], limit: 1 });
	expect(comparable(on.requests()[0])).toMatchObject({
		method: 'GET',
		path: '/services',
		query: { limit: '1' },
	});
});

it('fails with a wrong token', async () => {
	await expect(testCredential({ apiToken: 'wrong' })).rejects.toMatchObject({ httpCode: '401' });
});
