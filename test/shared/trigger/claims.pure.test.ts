import { Claims } from '../../../nodes/shared/trigger/claims';

it('gives a delivery to one caller only', async () => {
	const claims = new Claims();
	expect(await claims.take('a')).toBe('yours');
	const second = claims.take('a');
	claims.settle('a', true);
	expect(await second).toBe('repeat');
	expect(await claims.take('a')).toBe('repeat');
	expect(await claims.take('b')).toBe('yours');
});

it('gives it to exactly one of the waiting when the first was not accepted', async () => {
	const claims = new Claims();
	expect(await claims.take('a')).toBe('yours');
	const waiting = [claims.take('a'), claims.take('a')];
	claims.settle('a', false);
	expect(await Promise.race(waiting)).toBe('yours');
	claims.settle('a', true);
	expect((await Promise.all(waiting)).sort()).toEqual(['repeat', 'yours']);
});

it('lets nobody wait without end, and the delivery in once it is settled', async () => {
	const claims = new Claims(50);
	expect(await claims.take('a')).toBe('yours');
	expect(await Promise.all([1, 2, 3].map(async () => await claims.take('a')))).toEqual([
		'busy',
		'busy',
		'busy',
	]);
	claims.settle('a', false);
	expect(await claims.take('a')).toBe('yours');
});

it('is not changed by what is settled twice', async () => {
	const claims = new Claims();
	await claims.take('a');
	claims.settle('a', true);
	claims.settle('a', false);
	expect(await claims.take('a')).toBe('repeat');
});

it('forgets the oldest, and lets go whoever waited for it', async () => {
	const claims = new Claims();
	await claims.take('oldest');
	const waiting = claims.take('oldest');
	for (let index = 0; index < 20_000; index += 1) {
		await claims.take(`${index}`);
		claims.settle(`${index}`, true);
	}
	expect(await waiting).toBe('repeat');
	expect(await claims.take('oldest')).toBe('yours');
});
