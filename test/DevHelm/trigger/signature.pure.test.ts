import { checkSignature } from '../../../nodes/DevHelm/trigger/signature';
import { signature } from '../../sandbox/devhelm/webhooks';

/** docs/facts/devhelm.md#test-vectors-of-the-signature. */
const SECRET = 'n8n-test-secret';
const TIME = 1_750_000_000;
const BODY = '{"id":"evt_1","type":"incident.created","data":{"x":1}}';
const COLON = '92554e6a1aa6db44eeda7e9999a45bb15845190182aa4d514c42500cd5a7f63b';
const DOT = '0bc306a0f929755b21639666e0cd066e024b0c6ef1ccc5e36ebaea6e1e92ce30';

const at = (seconds: number) => ({ now: (TIME + seconds) * 1000, maximumAgeMs: 300_000 });
const check = (
	header: string | undefined,
	{ body = BODY, secret = SECRET, when = at(0) }: Partial<Parts> = {},
) =>
	checkSignature(
		{
			headers: header === undefined ? {} : { 'x-devhelm-signature': header },
			raw: Buffer.from(body),
		},
		secret,
		when,
	);
interface Parts {
	body: Buffer | string;
	secret: string;
	when: { now: number; maximumAgeMs: number };
}

const COLON_HEADER = `t=${TIME};v1=${COLON}`;
const NOT_RIGHT = { why: 'the signature is not right' };
const UNSIGNED = { why: 'the delivery is not signed' };

describe('the vectors of docs/facts/devhelm.md', () => {
	it.each([
		['colon', COLON],
		['dot', DOT],
	])('%s', (variant, hex) => {
		expect(check(`t=${TIME};v1=${hex}`)).toEqual({ variant });
	});
});

describe('refuses', () => {
	it.each<[string, string | undefined, object]>([
		['no header', undefined, UNSIGNED],
		['an empty one', '', UNSIGNED],
		['a blank one', '  ', UNSIGNED],
		['upper case', `t=${TIME};v1=${COLON.toUpperCase()}`, NOT_RIGHT],
		['a signature that is cut off', COLON_HEADER.slice(0, -1), NOT_RIGHT],
		['one with more behind it', `${COLON_HEADER}0`, NOT_RIGHT],
		['the hex alone', COLON, NOT_RIGHT],
		['no time', `v1=${COLON}`, NOT_RIGHT],
		['no signature', `t=${TIME}`, NOT_RIGHT],
		['an empty signature', `t=${TIME};v1=`, NOT_RIGHT],
		['another version', `t=${TIME};v0=${COLON}`, NOT_RIGHT],
		['another time', `t=${TIME + 1};v1=${COLON}`, NOT_RIGHT],
		['a time that is no number', `t=now;v1=${COLON}`, NOT_RIGHT],
		['the same time in other digits', `t=0${TIME};v1=${COLON}`, NOT_RIGHT],
		['the header twice', `${COLON_HEADER}, ${COLON_HEADER}`, NOT_RIGHT],
		['two times', `t=${TIME};t=${TIME + 1};v1=${COLON}`, NOT_RIGHT],
		['names in capitals', `T=${TIME};V1=${COLON}`, NOT_RIGHT],
		['the signature for nothing', `t=${TIME};v1=${'0'.repeat(64)}`, NOT_RIGHT],
	])('%s', (_, header, expected) => {
		expect(check(header)).toEqual(expected);
	});

	it('another secret', () => {
		expect(check(COLON_HEADER, { secret: 'n8n-test-secret ' })).toEqual(NOT_RIGHT);
	});

	it('a body of one byte more', () => {
		expect(check(COLON_HEADER, { body: `${BODY}\n` })).toEqual(NOT_RIGHT);
	});

	it('an empty secret with an exception, not with a pass', () => {
		expect(() => check(COLON_HEADER, { secret: '' })).toThrow('without a secret');
	});
});

describe('takes', () => {
	it.each([
		['a comma between the parts', `t=${TIME},v1=${COLON}`],
		['white space around them', ` t=${TIME} ; v1=${COLON} `],
		['another order', `v1=${COLON};t=${TIME}`],
		['a part that is not known', `t=${TIME};v1=${COLON};v2=new`],
		['one of several signatures', `t=${TIME};v1=${'0'.repeat(64)};v1=${COLON}`],
	])('%s', (_, header) => {
		expect(check(header)).toEqual({ variant: 'colon' });
	});
});

/** The form of the command line's reference: the time in a header of its own. */
describe('with the time beside it', () => {
	const beside = (hex: string, time: string | undefined, when = at(0), raw = Buffer.from(BODY)) =>
		checkSignature(
			{
				headers: {
					'x-devhelm-signature': hex,
					...(time === undefined ? {} : { 'x-devhelm-timestamp': time }),
				},
				raw,
			},
			SECRET,
			when,
		);

	it.each([
		['the hex alone', DOT],
		['white space around it', ` ${DOT} `],
		['one of several', `${'0'.repeat(64)}, ${DOT}`],
	])('takes %s', (_, hex) => {
		expect(beside(hex, String(TIME))).toEqual({ variant: 'timestamp' });
	});

	it.each<[string, string, string | undefined]>([
		['no time', DOT, undefined],
		['an empty time', DOT, ''],
		['another time', DOT, String(TIME + 1)],
		['the same time in other digits', DOT, `0${TIME}`],
		['a time that is no number', DOT, 'now'],
		['the text with a colon', COLON, String(TIME)],
		['upper case', DOT.toUpperCase(), String(TIME)],
		['a signature that is cut off', DOT.slice(0, -1), String(TIME)],
		['one of zeros', '0'.repeat(64), String(TIME)],
	])('refuses %s', (_, hex, time) => {
		expect(beside(hex, time)).toEqual(NOT_RIGHT);
	});

	it('refuses another body', () => {
		expect(beside(DOT, String(TIME), at(0), Buffer.from(`${BODY} `))).toEqual(NOT_RIGHT);
	});

	it('has the same window', () => {
		expect(beside(DOT, String(TIME), at(300))).toEqual({ variant: 'timestamp' });
		const why = { why: 'the signed time is too far from the present one' };
		expect([301, -301].map((seconds) => beside(DOT, String(TIME), at(seconds)))).toEqual([
			why,
			why,
		]);
	});

	it('the time of a header beside does not stand in for the one that is signed with it', () => {
		expect(beside(`v1=${DOT}`, String(TIME))).toEqual(NOT_RIGHT);
		expect(beside(`t=${TIME};v1=${DOT}`, String(TIME - 9_999))).toEqual({ variant: 'dot' });
	});
});

describe('the time', () => {
	const TOO_FAR = { why: 'the signed time is too far from the present one' };

	it.each([
		[300, { variant: 'colon' }],
		[-300, { variant: 'colon' }],
		[301, TOO_FAR],
		[-301, TOO_FAR],
	])('%i seconds later', (seconds, expected) => {
		expect(check(COLON_HEADER, { when: at(seconds) })).toEqual(expected);
	});

	it('of any age without a window', () => {
		const when = { now: (TIME + 1e9) * 1000, maximumAgeMs: Infinity };
		expect(check(COLON_HEADER, { when })).toEqual({ variant: 'colon' });
	});
});

describe('10,000 deliveries at random', () => {
	let state = 20_261_124;
	const random = (below: number) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * below);
	};
	const delivery = (round: number) => {
		const text = JSON.stringify({
			id: `evt_${round}`,
			data: { title: String.fromCodePoint(0x20 + random(0x1000)).repeat(random(40)) },
		});
		const isColon = random(2) === 0;
		return {
			variant: isColon ? 'colon' : 'dot',
			body: Buffer.from(text),
			header: signature(SECRET, TIME, text, isColon ? ':' : '.'),
		};
	};

	it('are all taken as they are', () => {
		const counts: { [variant: string]: number } = { colon: 0, dot: 0, wrong: 0 };
		for (let round = 0; round < 10_000; round += 1) {
			const { variant, body, header } = delivery(round);
			const found = check(header, { body });
			const isRight = 'variant' in found && found.variant === variant;
			counts[isRight ? found.variant : 'wrong'] += 1;
		}
		expect(counts).toEqual({ colon: expect.any(Number), dot: 10_000 - counts.colon, wrong: 0 });
		expect(counts.colon).toBeGreaterThan(4_000);
		expect(counts.dot).toBeGreaterThan(4_000);
	});

	/** Each changes what is signed, or the signature; none changes how it is written only. */
	const mutations: Array<(one: { body: Buffer; header: string }) => object> = [
		({ body }) => {
			const changed = Buffer.from(body);
			changed[random(changed.length)] ^= 1 + random(255);
			return { body: changed };
		},
		({ body }) => ({ body: body.subarray(0, random(body.length)) }),
		({ body }) => {
			const place = random(body.length + 1);
			const added = Buffer.from([random(256)]);
			return { body: Buffer.concat([body.subarray(0, place), added, body.subarray(place)]) };
		},
		({ header }) => {
			const place = header.length - 1 - random(64);
			const other = (parseInt(header[place], 16) + 1 + random(15)) % 16;
			return { header: header.slice(0, place) + other.toString(16) + header.slice(place + 1) };
		},
		({ header }) => ({ header: header.slice(0, random(header.length)) }),
		({ header }) => ({ header: header.replace(/\d+/, String(TIME - 200 + random(200))) }),
		({ header }) => ({ header: `${header}${';,'[random(2)]}${header}` }),
		({ header }) => ({ header: [...header.replace('t=', '')].reverse().join('') }),
	];

	it('are all refused once they are changed', () => {
		const counts = { taken: 0, refused: 0 };
		for (let round = 0; round < 10_000; round += 1) {
			const one = delivery(round);
			const { header, body } = { ...one, ...mutations[round % mutations.length](one) };
			counts['why' in check(header, { body }) ? 'refused' : 'taken'] += 1;
		}
		expect(counts).toEqual({ taken: 0, refused: 10_000 });
	});
});
