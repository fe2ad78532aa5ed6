import type { Parameters } from '../../shared/parameters';
import type { Delivery } from '../../shared/trigger/receive';
import { isSameText } from '../../shared/trigger/signature';

/** What stands in a URL as it is: an encoded token would be typed in two ways. */
const USABLE = /^[\w.~-]{16,256}$/;

/**
 * The token that deliveries have to carry.
 * @throws FormIssue when it is missing or could be guessed; the token itself is never shown
 */
export function readToken(parameters: Parameters): string {
	const token = parameters.text('webhookToken') ?? '';
	if (USABLE.test(token)) return token;
	const complaint =
		token.length < 16
			? 'is too short to be safe'
			: token.length > 256
				? 'is too long for an address'
				: 'has characters that change in an address';
	return parameters.refuse(
		'webhookToken',
		complaint,
		"Use 16 to 256 random letters, digits, hyphens, dots, underscores or tildes, and put the same behind '?token=' of the URL in Bleemeo's panel",
	);
}

/**
 * True for a delivery with the token, in the address (`?token=`) or, where a gateway adds one, in the
 * header `X-Webhook-Token`; with both, both have to be right. What comes twice is joined by commas
 * and so is wrong. Sheet bleemeo, section 11.
 */
export function isGenuine({ headers, query }: Pick<Delivery, 'headers' | 'query'>, token: string) {
	const given = [query.token, headers['x-webhook-token']].filter((one) => one !== undefined);
	// All are compared, so that the time does not tell which one it was.
	const right = given.map((one) => isSameText(one, token));
	return right.length > 0 && right.every(Boolean);
}
