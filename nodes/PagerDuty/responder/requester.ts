import type { INodeProperties } from 'n8n-workflow';

import { locator } from '../../shared/form/fields';
import { Fault, FormIssue } from '../../shared/ground/failures';
import type { Steps } from '../../shared/run/operation';
import { asText } from '../../shared/ground/values';
import { pagingOf, recordOf, rowsOf } from '../api/profile';
import { USER } from '../form/ids';

/** Who asks; without it `requesterOf` finds out. */
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
const user = recordOf('user');

const CHOOSE =
	"Choose the 'Requester' under Additional Fields, or set 'From Email' in the credential to the log-in e-mail of a PagerDuty user of this account.";

/**
 * The ID of the user who asks. A general access key acts for nobody, so the From address says who.
 * docs/facts/pagerduty.md#whose-key-it-is and
 * docs/facts/pagerduty.md#responders.
 * @param chosen the user chosen in the form
 * @throws FormIssue when nobody is found
 */
export async function requesterOf(steps: Steps, chosen: string | undefined): Promise<string> {
	if (chosen) return chosen;
	const { keyType, from } = steps.credential;
	const email = asText(from)?.trim();
	if (keyType === 'user' || !email) {
		if (keyType === 'account') {
			throw new FormIssue("'Requester' is empty, and 'From Email' in the credential too", CHOOSE);
		}
		return await ownerOf(steps);
	}
	const request = { method: 'GET' as const, path: '/users', query: { query: email } };
	const found = await steps.list(users, request);
	const same = found.find((row) => asText(row.email)?.toLowerCase() === email.toLowerCase());
	const id = asText(same?.id);
	if (id) return id;
	throw new FormIssue(
		"'Requester' is empty, and no PagerDuty user has the 'From Email' of the credential",
		CHOOSE,
	);
}

/** The user behind the key. */
async function ownerOf({ send }: Steps): Promise<string> {
	const sent = send({ method: 'GET', path: '/users/me' }, 'read', user);
	const reply = await sent.catch(async (failure: unknown) =>
		isNobody(failure) ? undefined : await sent,
	);
	const id = reply && asText(user(reply)?.[0]?.id);
	if (id) return id;
	throw new FormIssue("'Requester' is empty, and the credential's key belongs to no user", CHOOSE);
}

/** Told to the key of an account, which has no user. docs/facts/pagerduty.md#whose-key-it-is. */
function isNobody(failure: unknown): boolean {
	return failure instanceof Fault && failure.details.status === 400;
}
