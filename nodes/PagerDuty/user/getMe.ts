import { collection, simplify } from '../../shared/form/fields';
import { withHint } from '../../shared/ground/failures';
import type { SingleOperation } from '../../shared/run/operation';
import { include, userIn } from './fields';
import { toUserRecord } from './record';

const NOBODY =
	"The credential belongs to no user: that is so for general access keys and for app tokens. Use the key of a user (PagerDuty: My Profile → User Settings → Create API User Token) or a user token of OAuth2, or read a certain user with the operation 'Get'.";

/** `GET /users/me`. docs/facts/pagerduty.md#whose-key-it-is. */
export const getMe: SingleOperation = {
	value: 'getMe',
	name: 'Get Me',
	action: 'Get the user of the credential',
	description:
		'Read the user whose key or token the credential has. A general access key belongs to no user.',
	retry: 'read',
	properties: [simplify, collection('Options', 'options', [include])],
	request: (parameters) => ({
		method: 'GET',
		path: '/users/me',
		query: { 'include[]': parameters.group('options').options<string>('include') },
	}),
	records: userIn,
	instead: async (fault) => {
		if (fault.status !== 400) return undefined;
		throw withHint(fault, NOBODY);
	},
	simplify: toUserRecord,
};
