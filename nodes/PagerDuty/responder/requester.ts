import type { INodeProperties } from 'n8n-workflow';

import { locator } from '../../shared/form/fields';
import { Fault, FormIssue } from '../../shared/ground/failures';
import type { Reader, SingleOperation } from '../../shared/run/operation';
import { asText } from '../../shared/ground/values';
import { pagingOf, recordOf, rowsOf } from '../api/profile';
import { USER } from '../form/ids';

/** Who asks; without it `withRequester` finds out. */
export const requester: INodeProperties = locator(USER, {
	displayName: 'Requester',
	name: 'requesterId',
	description:
		'The user in whose name this is done. Without it: the owner of a user API key, else the user who has the From Email of the credential.',
});

const users = {
	paging: pagingOf('users', "Choose the 'Requester' under Additional Fields"),
	rows: rowsOf('users'),
};

const CHOOSE =
	"Choose the 'Requester' under Additional Fields, or set 'From Email' in the credential to the log-in e-mail of a PagerDuty user of this account.";

/** Adds who asks to the body; extra fields win. */
export const withRequester: SingleOperation['decide'] = async (reader, { parameters, request }) => {
	const chosen = parameters.group('additionalFields').id('requesterId');
	return {
		...request,
		body: { requester_id: await requesterOf(reader, chosen), ...request.body },
	};
};

/**
 * The ID of the user who asks. A general access key acts for nobody, so the From address says who.
 * docs/facts/pagerduty.md#whose-key-it-is and
 * docs/facts/pagerduty.md#responders.
 * @param chosen the user chosen in the form
 * @throws FormIssue when nobody is found
 */
async function requesterOf(reader: Reader, chosen: string | undefined): Promise<string> {
	if (chosen) return chosen;
	const { keyType, from } = reader.credential;
	const email = asText(from)?.trim();
	if (keyType === 'user' || !email) {
		if (keyType === 'account') {
			throw new FormIssue("'Requester' is empty, and 'From Email' in the credential too", CHOOSE);
		}
		return await ownerOf(reader);
	}
	const request = { method: 'GET' as const, path: '/users', query: { query: email } };
	const found = await reader.list(users, request);
	const same = found.find((row) => asText(row.email)?.toLowerCase() === email.toLowerCase());
	const id = asText(same?.id);
	if (id) return id;
	throw new FormIssue(
		"'Requester' is empty, and no PagerDuty user has the 'From Email' of the credential",
		CHOOSE,
	);
}

/** The user behind the key. */
async function ownerOf({ read }: Reader): Promise<string> {
	const asked = read({ method: 'GET', path: '/users/me' }, recordOf('user'));
	const [owner] = await asked.catch((failure: unknown) => {
		if (!isNobody(failure)) throw failure;
		return [];
	});
	const id = asText(owner?.id);
	if (id) return id;
	throw new FormIssue("'Requester' is empty, and the credential's key belongs to no user", CHOOSE);
}

/** Told to the key of an account, which has no user. docs/facts/pagerduty.md#whose-key-it-is. */
function isNobody(failure: unknown): boolean {
	return failure instanceof Fault && failure.details.status === 400;
}
