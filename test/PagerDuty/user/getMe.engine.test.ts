import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { suite } from '../../support/suite';
import { READ_HEADERS, idsOf } from '../incidents';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

const getMe = (fields = {}) => ({ resource: 'user', operation: 'getMe', ...fields });
const ofUser = () => {
	const { user } = on.sandbox.api('pagerDuty').tokens;
	return { credentials: on.credentials({ apiToken: user, keyType: 'user', from: '' }), user };
};

it('gives the user whose key it is', async () => {
	const { credentials, user } = ofUser();
	const { items } = await on.run(getMe(), { credentials });
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: '/users/me',
		query: {},
		headers: { ...READ_HEADERS, authorization: `Token token=${user}` },
		body: undefined,
	});
	expect(items).toEqual([
		{
			json: {
				provider: 'pagerduty',
				id: idsOf(on).users['Anna Schmidt'],
				name: 'Anna Schmidt',
				email: 'anna.schmidt@alpenrad.example',
				role: 'user',
				jobTitle: 'On call as user',
				description: null,
				timeZone: 'Europe/Berlin',
				teams: [
					{ id: expect.any(String), name: 'Shop' },
					{ id: expect.any(String), name: 'Platform' },
				],
				url: expect.stringContaining('/users/'),
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('carries every option', async () => {
	const include = ['calendar_urls', 'contact_methods', 'notification_rules', 'subdomains', 'teams'];
	const { items } = await on.run(getMe({ simplify: false, options: { include } }), ofUser());
	expect(on.theRequest().query).toEqual({ 'include[]': include });
	expect(items[0].json).toMatchObject({ type: 'user', teams: [{ type: 'team' }, {}] });
});

it('says what to do about a key of the account', async () => {
	const { error } = await on.run(getMe());
	expect(error).toMatchObject({ httpCode: '400' });
	expect(error?.message).toContain("PagerDuty refused 'Get the user of the credential' (item 0): ");
	expect(error?.description).toContain('The credential belongs to no user');
	expect(error?.description).toContain('Create API User Token');
});

it('refuses an unknown include before any request', async () => {
	const { error } = await on.run(getMe({ options: { include: ['secrets'] } }));
	expect(error?.message).toBe(`'Include' cannot be "secrets" (item 0)`);
	expect(on.requests()).toHaveLength(0);
});
