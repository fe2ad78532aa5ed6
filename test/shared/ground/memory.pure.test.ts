import { memoryOf } from '../../../nodes/shared/ground/memory';

/** A process, and what its copies say in the log. */
function processOf() {
	const place = {};
	const said: string[] = [];
	const join = (name: string, layout = 1, serves = ['one.credentials.js']) =>
		memoryOf(place, name, { layout, serves }, (text) => said.push(text));
	return { place, said, join };
}

it('one copy says nothing, however often its code is loaded', () => {
	const { said, join } = processOf();
	expect(join('a 1.0.0')).toBe(join('a 1.0.0'));
	expect(said).toEqual([]);
});

it('two packages share what they remember, which is said once', () => {
	const { said, join } = processOf();
	expect(join('a 1.0.0')).toBe(join('b 1.0.0'));
	join('a 1.0.0');
	join('b 1.0.0');
	expect(said).toEqual([
		'b 1.0.0 runs beside a 1.0.0. They share their limits and what they remember. Keep one, unless one has just replaced the other.',
	]);
});

it('two versions with other layouts keep apart, which is said once', () => {
	const { said, join } = processOf();
	const first = join('a 1.0.0', 1);
	const second = join('a 2.0.0', 2);
	expect(second).not.toBe(first);
	expect(join('a 1.0.0', 1)).toBe(first);
	expect(join('a 2.0.0', 2)).toBe(second);
	expect(said).toEqual([
		'a 2.0.0 runs beside a 1.0.0. Not all of them share their limits and what they remember: limits are met more often, and one may take for its own what another has made. Keep one, unless one has just replaced the other.',
	]);
});

it('packages of different vendors belong beside each other: nothing is said, and they share', () => {
	const { said, join } = processOf();
	const first = join('a 1.0.0', 1, ['one.credentials.js']);
	expect(join('b 1.0.0', 1, ['other.credentials.js'])).toBe(first);
	join('c 1.0.0', 2, ['third.credentials.js']);
	expect(said).toEqual([]);
});

it('one for several vendors names those that serve one of them, and tells by their layouts', () => {
	const { said, join } = processOf();
	join('a 1.0.0', 1, ['one.credentials.js']);
	join('b 1.0.0', 2, ['other.credentials.js']);
	join('all 1.0.0', 1, ['one.credentials.js', 'third.credentials.js']);
	expect(said).toEqual([
		'all 1.0.0 runs beside a 1.0.0. They share their limits and what they remember. Keep one, unless one has just replaced the other.',
	]);
});

it('nobody who looks at the object finds it changed', () => {
	const { place, join } = processOf();
	join('a 1.0.0');
	expect(Object.keys(place)).toEqual([]);
	expect({ ...place }).toEqual({});
	expect(Object.getOwnPropertyDescriptors(place)).toEqual({
		[Object.getOwnPropertySymbols(place)[0]]: {
			configurable: false,
			enumerable: false,
			value: expect.anything(),
			writable: false,
		},
	});
});

it('a process that lets nothing be added has one memory for each copy', () => {
	const frozen = Object.freeze({});
	const join = (name: string) => memoryOf(frozen, name, { layout: 1, serves: [] }, () => undefined);
	expect(join('a 1.0.0')).not.toBe(join('b 1.0.0'));
});
