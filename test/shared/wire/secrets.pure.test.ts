import { hideSecrets } from '../../../nodes/shared/wire/secrets';

const SECRET = 'u+Q7/kz_9-Ab"C&d\\e=';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const each = (text: string, make: (character: string) => string) => [...text].map(make).join('');
const hexOf = (character: string) => character.charCodeAt(0).toString(16).padStart(2, '0');

const FORMS: Array<[string, string]> = [
	['as it is', SECRET],
	['in other letters', SECRET.toUpperCase()],
	['URL-encoded', encodeURIComponent(SECRET)],
	[
		'URL-encoded in small letters',
		encodeURIComponent(SECRET).replace(/%../g, (x) => x.toLowerCase()),
	],
	['URL-encoded, every character', each(SECRET, (x) => `%${hexOf(x)}`)],
	['URL-encoded twice', encodeURIComponent(encodeURIComponent(SECRET))],
	['in JSON', JSON.stringify(SECRET).slice(1, -1)],
	['in JSON in JSON', JSON.stringify(JSON.stringify(SECRET)).slice(3, -3)],
	['in Unicode escapes', each(SECRET, (x) => `\\u00${hexOf(x)}`)],
	['in HTML', SECRET.replace(/&/g, '&amp;').replace(/"/g, '&quot;')],
	['in numbered HTML', each(SECRET, (x) => `&#${x.charCodeAt(0)};`)],
	['in hex HTML', each(SECRET, (x) => `&#x${hexOf(x).toUpperCase()};`)],
	['in hex', Buffer.from(SECRET).toString('hex').toUpperCase()],
	['cut by a tag', `${SECRET.slice(0, 7)}<wbr/>${SECRET.slice(7)}`],
	['cut by tags with attributes', `${SECRET.slice(0, 5)}<b class="x">${SECRET.slice(5)}</b>`],
	['cut by a line', `${SECRET.slice(0, 9)}\n\t${SECRET.slice(9)}`],
	['cut by a sign without width', `${SECRET.slice(0, 9)}\u200b${SECRET.slice(9)}`],
];

it.each(FORMS)('hides a secret: %s', (_, form) => {
	const rest = form.endsWith('</b>') ? '</b>' : '';
	expect(hideSecrets(`before ${form} after`, [SECRET])).toBe(`before [hidden]${rest} after`);
});

describe('base64, wherever the secret stands in what was encoded', () => {
	it.each(['', 'a', 'ab', 'ops@example.com:', 'routing_key='])('after "%s"', (before) => {
		for (const after of ['', 'x', 'yz']) {
			const plain = base64(before + SECRET + after);
			const url = plain.replace(/\+/g, '-').replace(/\//g, '_');
			for (const encoded of [plain, url]) {
				const shown = hideSecrets(`Basic ${encoded}.`, [SECRET]).replace('[hidden]', '');
				// What is left holds less than three of the secret's bytes at each end.
				expect(shown.length).toBeLessThanOrEqual(
					'Basic .'.length + base64(before + after).length + 4,
				);
			}
		}
	});
});

it('hides a password that is not plain ASCII, in all its forms', () => {
	const password = 'Grüße, 😀 Welt';
	for (const form of [
		password,
		encodeURIComponent(password),
		encodeURIComponent(password).replace(/%20/g, '+'),
		'Gr\\u00fc\\u00dfe, \\ud83d\\ude00 Welt',
		'Gr&#252;&#xDF;e, &#x1F600; Welt',
	]) {
		expect(hideSecrets(`<${form}>`, [password])).toBe('<[hidden]>');
	}
});

it('leaves what is no secret, and secrets under four characters', () => {
	expect(hideSecrets('Nothing to see: 100% of <b>it</b> &amp; more', [SECRET])).toBe(
		'Nothing to see: 100% of <b>it</b> &amp; more',
	);
	expect(hideSecrets('abc', ['abc', undefined, '', 12])).toBe('abc');
});

it('hides each of several, and each time', () => {
	expect(hideSecrets('one-token two-token one-token', ['one-token', 'two-token'])).toBe(
		'[hidden] [hidden] [hidden]',
	);
});

it.each(['<', '%', '&#', '\\u', '\\', '<script', 'a%2', '%25'])(
	'ends for a long text of %s again and again: in quadratic time it would not',
	(part) => {
		const text = part.repeat(400_000 / part.length);
		expect(hideSecrets(text, [SECRET])).toBe(text);
	},
);
