import { alertsIn } from '../../../nodes/shared/alerts/recognise';
import { firing, groupOf } from './group';

const read = (given: unknown) =>
	alertsIn(given).map(({ from, alert }) => [from, alert.fingerprint]);
const one = ['alertmanager', '5ef77f1f8a3ecfad'];

it('takes a payload, a list of payloads, and the only field of a web form', () => {
	expect(read(groupOf(firing()))).toEqual([one]);
	expect(read([groupOf(firing()), groupOf(firing(), firing())])).toEqual([one, one, one]);
	expect(read({ payload: JSON.stringify(groupOf(firing())) })).toEqual([one]);
});

it('passes over an empty group beside others', () =>
	expect(read([groupOf(), groupOf(firing())])).toEqual([one]));

it.each([
	[{}, 'it has no keys'],
	[{ payload: 'text' }, "it has 'payload'"],
	[{ payload: '[1]' }, "it has 'payload'"],
	[Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`k${n}`, 1])), "'k11' and 8 more"],
	[{ ['x'.repeat(500)]: 1 }, `it has '${'x'.repeat(40)}'`],
	[null, 'must be a JSON object, or a list of them, not nothing'],
	[[[groupOf(firing())]], 'must be a JSON object, or a list of them, not a list'],
	['text', 'not a string'],
	[[], 'holds no alert'],
])('refuses %j', (given, complaint) => {
	expect(() => alertsIn(given)).toThrow(complaint);
});
