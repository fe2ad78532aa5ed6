import { countItems } from './count-items';

it('counts each item once', () =>
	expect(countItems(['Item 0', 'Item 1', 'Item 2'], 3)).toEqual({
		created: 3,
		lost: 0,
		doubled: 0,
		extra: 0,
	}));

it('tells items without an object from items with several', () =>
	expect(countItems(['Item 2', 'Item 2', 'Item 2', 'Item 1', 'Item 1'], 4)).toEqual({
		created: 2,
		lost: 2,
		doubled: 2,
		extra: 3,
	}));

it('passes over what is of no item', () =>
	expect(countItems(['Disk is full', 'Item', 'Item 1b', 'An Item 1', 'Item 3'], 3)).toEqual({
		created: 0,
		lost: 3,
		doubled: 0,
		extra: 0,
	}));

it("keeps apart the items of several runs, also where one's name begins with another's", () => {
	const titles = ['K1 Item 0', 'K1 Item 1', 'K11 Item 1', 'K11 Item 1', 'Item 0'];
	expect(countItems(titles, 2, 'K1')).toEqual({ created: 2, lost: 0, doubled: 0, extra: 0 });
	expect(countItems(titles, 2, 'K11')).toEqual({ created: 1, lost: 1, doubled: 1, extra: 1 });
	expect(countItems(titles, 2)).toEqual({ created: 1, lost: 1, doubled: 0, extra: 0 });
});
