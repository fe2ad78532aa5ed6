import { form } from '../../../nodes/Bleemeo/trigger/form';
import { isGenuine, readToken } from '../../../nodes/Bleemeo/trigger/token';
import { FormIssue } from '../../../nodes/shared/ground/failures';
import { Parameters } from '../../../nodes/shared/form/parameters';

const TOKEN = 'k3Jx-9_Qw.Zr~7TbMn2LpV4s';

const read = (webhookToken: unknown) =>
	readToken(
		new Parameters({
			properties: form,
			timezone: 'UTC',
			get: (name) => (name === 'webhookToken' ? webhookToken : undefined),
		}),
	);
const isTaken = (query: { [name: string]: string }, headers = {}) =>
	isGenuine({ path: '/webhook/5f3c9b1e/webhook', query, headers }, TOKEN);

describe('a token that can be used', () => {
	it.each([TOKEN, 'a'.repeat(16), 'a'.repeat(256)])('%s', (token) => {
		expect(read(token)).toBe(token);
	});

	it('is read without the white space around it', () => {
		expect(read(` ${TOKEN}\n`)).toBe(TOKEN);
	});
});

describe('a token that is refused, and not shown', () => {
	it.each<[string, unknown, string]>([
		['none', undefined, 'is empty'],
		['an empty one', '', 'is empty'],
		['white space', '   ', 'is empty'],
		['15 characters', 'a'.repeat(15), 'is too short'],
		['257 characters', 'a'.repeat(257), 'is too long'],
		['a blank within', `${TOKEN} ${TOKEN}`, 'has characters that change in an address'],
		['a plus sign', `${TOKEN}+`, 'has characters that change in an address'],
		['an ampersand', `${TOKEN}&a=b`, 'has characters that change in an address'],
		['letters with dots on them', `${TOKEN}ä`, 'has characters that change in an address'],
		['an object', { token: TOKEN }, 'must be text, not an object'],
	])('%s', (_, token, complaint) => {
		let issue: unknown;
		try {
			read(token);
		} catch (thrown) {
			issue = thrown;
		}
		expect(issue).toBeInstanceOf(FormIssue);
		const { message, hint } = issue as FormIssue;
		expect(message).toContain(`'Webhook Token' ${complaint}`);
		expect(`${message} ${hint}`).not.toContain(TOKEN);
	});
});

describe('a delivery is genuine', () => {
	it.each([
		['with the token in the address', { token: TOKEN }, {}],
		['with the token in the header', {}, { 'x-webhook-token': TOKEN }],
		['with both', { token: TOKEN }, { 'x-webhook-token': TOKEN }],
		['with other parameters beside it', { token: TOKEN, source: 'bleemeo' }, {}],
	])('%s', (_, query, headers) => {
		expect(isTaken(query as { [name: string]: string }, headers)).toBe(true);
	});
});

describe('a delivery is not genuine', () => {
	it.each<[string, { [name: string]: string }, object]>([
		['without a token', {}, {}],
		['with an empty one', { token: '' }, {}],
		['with another one', { token: `${TOKEN.slice(1)}k` }, {}],
		['with a part of it', { token: TOKEN.slice(0, -1) }, {}],
		['with more than it', { token: `${TOKEN}x` }, {}],
		['with white space', { token: `${TOKEN} ` }, {}],
		['in upper case', { token: TOKEN.toUpperCase() }, {}],
		['reversed', { token: [...TOKEN].reverse().join('') }, {}],
		['doubled', { token: `${TOKEN},${TOKEN}` }, {}],
		['under another name', { key: TOKEN }, {}],
		['with an empty header beside the right one', { token: TOKEN }, { 'x-webhook-token': '' }],
		['with a wrong token beside the right header', { token: 'x' }, { 'x-webhook-token': TOKEN }],
		['with the token as a log-in', {}, { authorization: `Bearer ${TOKEN}` }],
	])('%s', (_, query, headers) => {
		expect(isTaken(query, headers)).toBe(false);
	});
});

describe('seeded mutations', () => {
	/** The same numbers in every run. */
	function generator(seed: number) {
		let state = seed;
		return (below: number) => {
			state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
			return Math.floor((state / 2_147_483_648) * below);
		};
	}
	const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~';
	const random = generator(20_261_124);
	const letter = () => LETTERS[random(LETTERS.length)];
	const tokenOf = (length: number) => Array.from({ length }, letter).join('');

	/** One change of a token, which gives another text. */
	const changes: Array<(token: string) => string> = [
		(token) => replaced(token, letter()),
		(token) => replaced(token, String.fromCharCode(1 + random(65_000))),
		(token) => {
			const at = random(token.length + 1);
			return token.slice(0, at) + letter() + token.slice(at);
		},
		(token) => token.slice(0, random(token.length)),
		(token) => token.slice(1 + random(token.length)),
		(token) => {
			const at = random(token.length - 1);
			return token.slice(0, at) + token[at + 1] + token[at] + token.slice(at + 2);
		},
		(token) => token + token,
		(token) => `${token},${token}`,
		(token) => (random(2) ? token.toUpperCase() : token.toLowerCase()),
		(token) => tokenOf(token.length),
	];
	function replaced(token: string, by: string): string {
		const at = random(token.length);
		return token.slice(0, at) + by + token.slice(at + 1);
	}

	/** Half of a character cannot be sent in an address. */
	const pathWith = (text: string) =>
		`/webhook/5f3c9b1e/token/${encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '?'))}`;

	it('none of 20,000 is taken, and all valid ones are', () => {
		const counts = { mutated: 0, mutatedTaken: 0, valid: 0, validTaken: 0 };
		while (counts.mutated < 20_000) {
			const token = tokenOf(16 + random(49));
			const mutated = changes[random(changes.length)](token);
			const where = ['path', 'query', 'header'][random(3)];
			const delivery = (text: string) => ({
				path: where === 'path' ? pathWith(text) : '/webhook/5f3c9b1e/webhook',
				query: { ...(where === 'query' && { token: text }) },
				headers: { ...(where === 'header' && { 'x-webhook-token': text }) },
			});
			counts.valid += 1;
			if (isGenuine(delivery(token), read(token))) counts.validTaken += 1;
			// Some changes give the same text again, such as two equal letters exchanged.
			if (mutated === token) continue;
			counts.mutated += 1;
			if (isGenuine(delivery(mutated), token)) counts.mutatedTaken += 1;
		}
		expect(counts).toMatchObject({ mutated: 20_000, mutatedTaken: 0, validTaken: counts.valid });
	});
});
