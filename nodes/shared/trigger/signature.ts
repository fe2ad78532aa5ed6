import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What a signature is made with. An empty key would sign for anybody. */
export interface Mac {
	key: string | Buffer;
	/** Parts of the signed text, one after the other; the body as the bytes that arrived. */
	parts: Array<string | Buffer>;
	encoding: 'hex' | 'base64';
}

/**
 * The HMAC-SHA256 of the parts.
 * @throws Error on an empty key: whoever expects a signature has to have a secret
 */
export function macOf({ key, parts, encoding }: Mac): string {
	if (!key.length) throw new Error('A signature cannot be checked without a secret');
	const mac = createHmac('sha256', key);
	for (const part of parts) mac.update(part);
	return mac.digest(encoding);
}

/** Names a delivery by its own bytes, where it has no ID that is signed with them. */
export function fingerprint(raw: Buffer): string {
	return createHash('sha256').update(raw).digest('hex');
}

/** Compares two texts in a time that does not tell how much of them is the same. */
export function isSameText(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length === b.length && timingSafeEqual(a, b);
}

/** Signatures that are looked at: while a secret changes there are two. */
const MOST_GIVEN = 10;

/** True when one of the given signatures is the right one; several are given while a secret changes. */
export function isSigned(mac: Mac, given: string[]): boolean {
	const right = macOf(mac);
	// All are compared, so that the time does not tell which one it was.
	return given
		.slice(0, MOST_GIVEN)
		.map((one) => isSameText(one, right))
		.some(Boolean);
}

/**
 * A secret that needs no place to be kept: it follows from the credential and the address, is the
 * same in every process, and is known before the vendor's first call.
 * @returns 24 bytes
 */
export function derivedSecret(token: string, address: string): Buffer {
	return createHmac('sha256', createHash('sha256').update(token).digest())
		.update(`webhook secret of ${address}`)
		.digest()
		.subarray(0, 24);
}
