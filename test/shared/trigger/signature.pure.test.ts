import {
	derivedSecret,
	isSameText,
	isSigned,
	macOf,
} from '../../../nodes/shared/trigger/signature';

/** RFC 4231, test case 2. */
const RFC = {
	key: 'Jefe',
	parts: ['what do ya ', Buffer.from('want for nothing?')],
	encoding: 'hex' as const,
};
const RIGHT = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';

it('is the HMAC-SHA256 of all parts', () => expect(macOf(RFC)).toBe(RIGHT));

it('needs a secret', () =>
	expect(() => macOf({ ...RFC, key: '' })).toThrow('cannot be checked without a secret'));

it('takes the right one, alone or among others', () => {
	expect(isSigned(RFC, [RIGHT])).toBe(true);
	expect(isSigned(RFC, ['old', RIGHT])).toBe(true);
});

it.each([
	['none', []],
	['an empty one', ['']],
	['upper case', [RIGHT.toUpperCase()]],
	['cut off', [RIGHT.slice(0, -1)]],
	['with something after it', [`${RIGHT}0`]],
	['of another body', [macOf({ ...RFC, parts: ['what do ya want for nothing'] })]],
	['of another key', [macOf({ ...RFC, key: 'jefe' })]],
])('refuses %s', (_, given) => expect(isSigned(RFC, given)).toBe(false));

it('compares texts of any length', () => {
	expect(isSameText('', '')).toBe(true);
	expect(isSameText('ä', 'ä')).toBe(true);
	expect(isSameText('ä', 'ae')).toBe(false);
});

it('derives a secret that depends on token and address', () => {
	const secret = derivedSecret('token', 'id/webhook');
	expect(secret).toHaveLength(24);
	expect(derivedSecret('token', 'id/webhook')).toEqual(secret);
	expect(derivedSecret('token', 'id2/webhook')).not.toEqual(secret);
	expect(derivedSecret('token2', 'id/webhook')).not.toEqual(secret);
});
