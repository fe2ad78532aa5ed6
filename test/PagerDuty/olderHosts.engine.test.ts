import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../nodes/PagerDuty/PagerDutyIncidents.node';
import { readExceptionsAsYes } from '../support/olderHost';
import { suite } from '../support/suite';

readExceptionsAsYes();

const statuses = (on: ReturnType<typeof suite>) =>
	on.requests().map(({ method, path, status }) => `${method} ${path} ${status}`);

describe('PagerDuty with OAuth2', () => {
	const on = suite('pagerDuty', 'pagerDutyIncidentsOAuth2Api', new PagerDutyIncidents());
	const list: IDataObject = { resource: 'incident', operation: 'getAll', authentication: 'oAuth2' };

	it('a token that has ended is renewed', async () => {
		const credentials = on.credentials({});
		await on.run(list, { credentials });
		on.sandbox.clearRequests();
		const [data] = Object.values(credentials);
		const token = data.oauthTokenData as IDataObject;
		data.oauthTokenData = { ...token, access_token: 'ended' };
		const { error } = await on.run(list, { credentials });
		expect(error).toBeUndefined();
		expect(statuses(on)).toEqual([
			'GET /incidents 401',
			'GET /incidents 401',
			'POST /oauth/token 200',
			'GET /incidents 200',
		]);
	});

	it('a token that is refused again after that ends the request', async () => {
		on.sandbox.fault('pagerDuty', {
			path: '/incidents',
			status: 401,
			times: Infinity,
			body: { error: { message: 'No such token', code: 1 } },
		});
		const { error } = await on.run(list);
		expect(error?.message).toContain('No such token');
		expect(error?.description).toContain('did not take a new token either');
		expect(statuses(on).filter((line) => line.startsWith('POST /oauth/token'))).toHaveLength(2);
	});
});
