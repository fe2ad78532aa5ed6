'use strict';

/** @typedef {{ name: string, write: (secret: string) => string, alike?: (secret: string) => string[] }} Encoding `alike`: further spellings to search for */

const bytes = (/** @type {string} */ secret) => Buffer.from(secret);
const each = (
	/** @type {string} */ secret,
	/** @type {RegExp} */ pattern,
	/** @type {(code: number) => string} */ write,
) => secret.replace(pattern, (one) => write(one.charCodeAt(0)));

/** Base64 looks different for each of the three positions that a text can begin at. @param {string} secret @returns {string[]} */
const base64 = (secret) =>
	[0, 1, 2].map((shift) => {
		const text = Buffer.concat([Buffer.alloc(shift), bytes(secret)]).toString('base64');
		const end = Math.floor(((shift + secret.length) * 4) / 3 / 4) * 4;
		return text.slice(shift ? shift + 1 : 0, end);
	});

const urlSafe = (/** @type {string} */ text) =>
	text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** How a vendor, a proxy or a log may write a secret that it repeats. @type {Encoding[]} */
const ENCODINGS = [
	{ name: 'raw', write: (secret) => secret },
	{ name: 'URL-encoded', write: encodeURIComponent },
	{ name: 'base64', write: (secret) => bytes(secret).toString('base64'), alike: base64 },
	{
		name: 'base64url',
		write: (secret) => urlSafe(bytes(secret).toString('base64')),
		alike: (secret) => base64(secret).map(urlSafe),
	},
	{
		name: 'HTML-escaped',
		write: (secret) => each(secret, /[^\w-]/g, (code) => `&#${code};`),
	},
	{
		name: 'JSON-escaped',
		write: (secret) =>
			each(secret, /[^\w-]/g, (code) => `\\u${code.toString(16).padStart(4, '0')}`),
	},
	{
		name: 'split by a tag',
		write: (secret) => `${secret.slice(0, 6)}<b>${secret.slice(6, 12)}</b>${secret.slice(12)}`,
	},
	{ name: 'hex, lower case', write: (secret) => bytes(secret).toString('hex') },
	{ name: 'hex, upper case', write: (secret) => bytes(secret).toString('hex').toUpperCase() },
];

/**
 * What to search for, each spelling under the first encoding that has it.
 *
 * @param {Iterable<string>} secrets
 * @returns {Map<string, string[]>} by the encoding's name
 */
function spellingsOf(secrets) {
	const known = new Set();
	const found = new Map(ENCODINGS.map(({ name }) => [name, /** @type {string[]} */ ([])]));
	for (const secret of secrets) {
		for (const { name, write, alike } of ENCODINGS) {
			for (const spelling of [write(secret), ...(alike?.(secret) ?? [])]) {
				if (known.has(spelling)) continue;
				known.add(spelling);
				found.get(name)?.push(spelling);
			}
		}
	}
	return found;
}

module.exports = { ENCODINGS, spellingsOf };
