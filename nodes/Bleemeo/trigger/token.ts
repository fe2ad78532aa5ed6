import type { Parameters } from '../../shared/form/parameters';
import type { Delivery } from '../../shared/trigger/receive';
import { isSameText } from '../../shared/trigger/signature';
import { BEFORE_TOKEN } from './webhooks';

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
		"Use 16 to 256 random letters, digits, hyphens, dots, underscores or tildes, then enter the new address under 'Webhook URLs' in Bleemeo's panel",
	);
}

/**
 * True for a delivery with the token: in the path, as n8n shows the address, behind `?token=` or, where a
 * gateway adds one, in the header `X-Webhook-Token`. Where it comes in several ways, all have to be right.
 * What comes twice is joined by commas and so is wrong.
 */
export function isGenuine(
	{ path, headers, query }: Pick<Delivery, 'path' | 'headers' | 'query'>,
	token: string,
) {
	const given = [inPath(path), query.token, headers['x-webhook-token']].filter(
		(one) => one !== undefined,
	);
	// All are compared, so that the time does not tell which one it was.
	const right = given.map((one) => isSameText(one, token));
	return right.length > 0 && right.every(Boolean);
}

/** What stands in the path for a token; undefined at the address without one. */
function inPath(path: string): string | undefined {
	const [last = '', before] = path.replace(/\/$/, '').split('/').reverse();
	return before === BEFORE_TOKEN ? decodeURIComponent(last) : undefined;
}
