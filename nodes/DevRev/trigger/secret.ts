import type { IDataObject } from 'n8n-workflow';

import type { Delivery } from '../../shared/trigger/receive';
import { derivedSecret, isSameText, macOf } from '../../shared/trigger/signature';
import { tokenOf } from '../api/signIn';

/**
 * The secret that we choose for a webhook: it follows from the token and the address, so that
 * nothing has to be kept, and the challenge can be checked while `create` still runs.
 * @returns base64 of 24 bytes, which are 32 characters: 8 to 32 bytes whichever way DevRev reads it
 *   (docs/facts/devrev.md#keeping-a-webhook and docs/facts/devrev.md#signature-of-a-delivery)
 * @throws FormIssue when the credential has no token
 */
export function secretFor(credential: IDataObject, address: string): string {
	return derivedSecret(tokenOf(credential), address).toString('base64');
}

/** The ways in which DevRev may sign. Which one it uses is not documented. docs/facts/devrev.md#signature-of-a-delivery. */
export type Variant = `${'bytes' | 'text'}/${'base64' | 'hex'}`;

/**
 * How the delivery is signed: key (the secret's bytes, or its base64 as text) and form of the digest.
 * Undefined when the signature is missing or wrong.
 */
export function variantOf(
	{ headers, raw }: Pick<Delivery, 'headers' | 'raw'>,
	secret: string,
): Variant | undefined {
	const given = headers['x-devrev-signature'];
	if (!given) return;
	const right = [
		...signatures('bytes', Buffer.from(secret, 'base64'), raw),
		...signatures('text', secret, raw),
	];
	// All are compared, so that the time does not tell which one it was.
	const matching = right.filter(([, signature]) => isSameText(given, signature));
	return matching[0]?.[0];
}

/** Both forms of one digest: it is made once, as a body may be long. */
function signatures(
	name: 'bytes' | 'text',
	key: string | Buffer,
	raw: Buffer,
): Array<[Variant, string]> {
	const hex = macOf({ key, parts: [raw], encoding: 'hex' });
	return [
		[`${name}/hex`, hex],
		[`${name}/base64`, Buffer.from(hex, 'hex').toString('base64')],
	];
}
