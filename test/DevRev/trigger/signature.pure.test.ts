import { createHmac } from 'node:crypto';

import { secretFor, variantOf, type Variant } from '../../../nodes/DevRev/trigger/secret';

/** docs/facts/devrev.md#signature-test-vectors. */
const KEY_TEXT = Buffer.from([...Array(24).keys()]).toString('base64');
const BODY = '{"id":"e1","type":"verify"}';
const VECTORS: { [variant in Variant]: string } = {
	'text/hex': 'f33814e03903e48fbefec40d8cddc56e1693b2786980fc05f34b6b05220f55f4',
	'text/base64': '8zgU4DkD5I++/sQNjN3FbhaTsnhpgPwF80trBSIPVfQ=',
	'bytes/hex': '59a5178a57de512c556307c8d9f948e35237ea305ff059cc1b444ee88b326831',
	'bytes/base64': 'WaUXilfeUSxVYwfI2flI41I36jBf8FnMG0RO6IsyaDE=',
};
it('is the secret of docs/facts/devrev.md', () =>
	expect(KEY_TEXT).toBe(['AAECAwQFBgcICQoLDA0O', 'DxAREhMUFRYX'].join('')));

const check = (signature: string | undefined, body: string | Buffer = BODY, secret = KEY_TEXT) =>
	variantOf(
		{
			headers: signature === undefined ? {} : { 'x-devrev-signature': signature },
			raw: Buffer.from(body),
		},
		secret,
	);

describe.each(Object.entries(VECTORS))('%s', (variant, right) => {
	it('is known by its vector', () => expect(check(right)).toBe(variant));

	it.each([
		['upper case', right.toUpperCase()],
		['lower case', `${right.slice(0, -1)}x`.toLowerCase()],
		['cut off', right.slice(0, -1)],
		['cut to one character', right.slice(0, 1)],
		['longer', `${right}0`],
		['doubled', `${right},${right}`],
		['doubled with a space', `${right}, ${right}`],
		['re-ordered', [...right].reverse().join('')],
		['in quotes', `"${right}"`],
		['with a scheme', `sha256=${right}`],
		['with a space after it', `${right} `],
	])('%s: refused', (_, given) => expect(check(given)).toBeUndefined());

	it('is about every byte of the body', () => {
		expect(check(right, `${BODY} `)).toBeUndefined();
		expect(check(right, BODY.slice(0, -1))).toBeUndefined();
		expect(check(right, BODY.replace('e1', 'e2'))).toBeUndefined();
		expect(check(right, '')).toBeUndefined();
		// The same JSON in other words.
		expect(check(right, JSON.stringify(JSON.parse(BODY), null, 1))).toBeUndefined();
	});

	it('is about the secret', () =>
		expect(check(right, BODY, `B${KEY_TEXT.slice(1)}`)).toBeUndefined());

	it('no bit of 3,000 valid deliveries can be changed, and all are taken', () => {
		let state = 4_711;
		const random = (below: number) => {
			state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
			return state % below;
		};
		let [accepted, taken] = [0, 0];
		for (let round = 0; round < 3_000; round += 1) {
			const raw = Buffer.from(`{"id":"e${round}","type":"incident_created","n":${random(1e9)}}`);
			const key = variant.startsWith('text') ? KEY_TEXT : Buffer.from(KEY_TEXT, 'base64');
			const encoding = variant.endsWith('hex') ? 'hex' : 'base64';
			const signature = createHmac('sha256', key).update(raw).digest(encoding);
			if (check(signature, raw) === variant) accepted += 1;
			const [text, target] = [Buffer.from(signature), random(2)];
			const changed = target ? text : raw;
			changed[random(changed.length)] ^= 1 << random(7);
			if (check(text.toString('latin1'), raw)) taken += 1;
		}
		expect([accepted, taken]).toEqual([3_000, 0]);
	});
});

it.each([
	['none', undefined],
	['an empty one', ''],
	['that of the empty secret', createHmac('sha256', '').update(BODY).digest('hex')],
])('%s: refused', (_, given) => expect(check(given)).toBeUndefined());

describe('the secret that we choose', () => {
	const secret = secretFor({ accessToken: 'token' }, 'id/webhook');

	it('is 8 to 32 bytes, whichever way DevRev reads it', () => {
		expect(secret).toMatch(/^[A-Za-z0-9+/]{32}$/);
		expect(Buffer.from(secret, 'base64')).toHaveLength(24);
	});

	it('follows from the token, however it was pasted, and the address', () => {
		expect(secretFor({ accessToken: ' Bearer token ' }, 'id/webhook')).toBe(secret);
		expect(secretFor({ accessToken: 'other' }, 'id/webhook')).not.toBe(secret);
		expect(secretFor({ accessToken: 'token' }, 'id2/webhook')).not.toBe(secret);
	});

	it('is none without a token', () =>
		expect(() => secretFor({ accessToken: ' ' }, 'id/webhook')).toThrow("'Access Token'"));
});
