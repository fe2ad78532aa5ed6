import { tally } from './tally';

const items = ['A', 'B', 'B', 'C'].map((title) => ({ title }));
const made = (item: number, id: string) => ({ json: { id }, pairedItem: { item } });
const unclear = (item: number, outcome = 'unknown') => ({
	json: { error: 'No answer', details: { outcome } },
	pairedItem: { item },
});
const a = { id: '1', title: 'A' };
const b = { id: '2', title: 'B' };
const otherB = { id: '3', title: 'B' };
const c = { id: '4', title: 'C' };
const whole = [made(0, '1'), made(1, '2'), made(2, '3'), made(3, '4')];
const fine = { stored: 4, doubled: 0, lost: 0, denied: 0, idsTwice: 0 };

it('finds nothing where each item has its own object', () =>
	expect(tally(items, whole, [a, b, otherB, c])).toEqual({
		...fine,
		items: 4,
		created: 4,
		unknown: 0,
		unknownCreated: 0,
		failed: 0,
	}));

it('counts an object too many as doubled', () =>
	expect(tally(items, whole, [a, b, otherB, c, { id: '5', title: 'C' }])).toMatchObject({
		doubled: 1,
		lost: 0,
	}));

it('counts two identical items with one object as lost, and the ID that came out twice', () =>
	expect(
		tally(items, [made(0, '1'), made(1, '2'), made(2, '2'), made(3, '4')], [a, b, c]),
	).toMatchObject({ lost: 1, idsTwice: 1, doubled: 0 }));

it('counts as lost what is said to be created and is not there, and what is not mentioned', () =>
	expect(tally(items, whole.slice(1), [a, b, otherB])).toMatchObject({ lost: 2 }));

it('tells unclear items that were done from those that were not', () =>
	expect(
		tally(items, [unclear(0), made(1, '2'), unclear(2), made(3, '4')], [a, b, c]),
	).toMatchObject({ created: 2, unknown: 2, unknownCreated: 1, lost: 0, denied: 0 }));

it('notices what is denied though it was done', () =>
	expect(
		tally(items, [unclear(0, 'not done'), ...whole.slice(1)], [a, b, otherB, c]),
	).toMatchObject({ failed: 1, denied: 1, lost: 0 }));
