import type { Delivery } from '../../shared/trigger/receive';
import { isSigned } from '../../shared/trigger/signature';

/**
 * What stands between time and body in the signed text. DevHelm's documentation has said both; the
 * newer page says colon, so it is tried first. docs/facts/devhelm.md#signature-of-a-platform-webhook.
 */
const SEPARATORS = [
	['colon', ':'],
	['dot', '.'],
] as const;

/** Which signed text matched; `timestamp` is the one whose time stands in a header of its own. */
export type Variant = 'colon' | 'dot' | 'timestamp';

/** How a delivery was checked, or why none counts. */
export type Check = { variant: Variant } | { why: string };

/**
 * Checks `X-DevHelm-Signature: t=<unix seconds>;v1=<hex>` over the body's bytes. The order of the parts
 * does not matter and there may be several `v1`, as while a secret changes; there must be one `t`. The reference of
 * DevHelm's command line has another form: the hex alone, and the seconds in `X-DevHelm-Timestamp`. Pure.
 * @param maximumAgeMs how far the signed time may be from now; Infinity for any
 * @throws Error on an empty secret
 */
export function checkSignature(
	{ headers, raw }: Pick<Delivery, 'headers' | 'raw'>,
	secret: string,
	{ now, maximumAgeMs }: { now: number; maximumAgeMs: number },
): Check {
	const header = headers['x-devhelm-signature'] ?? '';
	if (!header.trim()) return { why: 'the delivery is not signed' };
	const form = header.includes('=') ? inOneHeader(header) : inTwoHeaders(header, headers);
	const { time, given, texts } = form;
	const match = /^\d{1,12}$/.test(time ?? '')
		? texts.find(([, separator]) =>
				isSigned({ key: secret, parts: [time + separator, raw], encoding: 'hex' }, given),
			)
		: undefined;
	if (!match) return { why: 'the signature is not right' };
	if (Math.abs(now - Number(time) * 1000) > maximumAgeMs) {
		return { why: 'the signed time is too far from the present one' };
	}
	return { variant: match[0] };
}

interface Form {
	/** Undefined unless there is one, in one place. */
	time?: string;
	given: string[];
	texts: ReadonlyArray<readonly [Variant, string]>;
}

function inOneHeader(header: string): Form {
	const parts = header.split(/[;,]/).map((part) => part.trim());
	const valuesOf = (name: string) =>
		parts.filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1));
	const [time, ...others] = valuesOf('t');
	return { time: others.length ? undefined : time, given: valuesOf('v1'), texts: SEPARATORS };
}

function inTwoHeaders(header: string, headers: Delivery['headers']): Form {
	const given = header.split(',').map((part) => part.trim());
	return { time: headers['x-devhelm-timestamp']?.trim(), given, texts: [['timestamp', '.']] };
}
