import { writtenText } from '../../../../nodes/shared/run/create/alike';
import { Ledger } from '../../../../nodes/shared/run/create/ledger';

const traits = { title: writtenText('title'), body: writtenText('body') };
const made = (title: string, body = 'host A') => ({ traits, sent: { title, body } });

it('each object belongs to one create', () => {
	const ledger = new Ledger();
	expect([ledger.claim('a'), ledger.claim('b'), ledger.claim('a')]).toEqual([true, true, false]);
	expect([ledger.owns('a'), ledger.owns('c')]).toEqual([true, false]);
});

it('knows what was there before a moment', () => {
	const ledger = new Ledger();
	const before = Date.now() - 1;
	ledger.see('a');
	expect(ledger.knewBefore('a', before)).toBe(false);
	expect(ledger.knewBefore('a', Date.now() + 1)).toBe(true);
	expect(ledger.knewBefore('b', Date.now() + 1)).toBe(false);
});

it("learns the vendor's clock from its objects, and trusts the one that is furthest behind", () => {
	const ledger = new Ledger();
	expect(ledger.aheadMs).toBeUndefined();
	const now = Date.now();
	ledger.record(made('One'), now - 4_000, [now - 20, now]);
	ledger.record(made('Two'), now - 14_000, [now - 20, now]);
	ledger.record(made('Slow'), now - 90_000, [now - 20_000, now]);
	ledger.record(made('No time'), NaN, [now - 20, now]);
	expect(ledger.aheadMs).toBe(-14_000);
});

it('somebody who makes objects like ours is noticed, once it is a habit', () => {
	const ledger = new Ledger();
	const now = Date.now();
	for (const title of ['One', 'Two']) ledger.record(made(title), now, [now, now]);
	expect(ledger.madeLike({ title: 'One', body: 'host A' })).toBeDefined();
	expect(ledger.madeLike({ title: 'One', body: 'host B' })).toBeUndefined();
	expect(ledger.madeLike({ title: 'Three', body: 'host A' })).toBeUndefined();
	ledger.noteTwin('x');
	ledger.noteTwin('x');
	expect(ledger.hasTwin).toBe(false);
	ledger.noteTwin('y');
	expect(ledger.hasTwin).toBe(true);
});

it('what is like a create that is under way may be its own', () => {
	const ledger = new Ledger();
	const now = Date.now();
	const { sent } = made('One');
	ledger.record(made('One'), now, [now, now]);
	ledger.begin(sent);
	ledger.begin(sent);
	ledger.settle(sent);
	expect(ledger.madeLike(sent)).toBeUndefined();
	ledger.settle(sent);
	expect(ledger.madeLike(sent)).toBeDefined();
});
