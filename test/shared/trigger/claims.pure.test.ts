import { Claims } from '../../../nodes/shared/trigger/claims';

it('gives a delivery to one caller only', async () => {
	const claims = new Claims();
	expect(await claims.take('a')).toBe(true);
	const second = claims.take('a');
	claims.settle('a', true);
	expect(await second).toBe(false);
	expect(await claims.take('a')).toBe(false);
	expect(await claims.take('b')).toBe(true);
});

it('gives it to exactly one of the waiting when the first was not accepted', async () => {
	const claims = new Claims();
	expect(await claims.take('a')).toBe(true);
	const waiting = [claims.take('a'), claims.take('a')];
	claims.settle('a', false);
	const first = await Promise.race(waiting.map(async (one, index) => [await one, index] as const));
	expect(first[0]).toBe(true);
	claims.settle('a', true);
	expect((await Promise.all(waiting)).filter(Boolean)).toHaveLength(1);
});

it('forgets the oldest, and lets go whoever waited for it', async () => {
	const claims = new Claims();
	await claims.take('oldest');
	const waiting = claims.take('oldest');
	for (let index = 0; index < 20_000; index += 1) {
		await claims.take(`${index}`);
		claims.settle(`${index}`, true);
	}
	expect(await waiting).toBe(false);
	expect(await claims.take('oldest')).toBe(true);
});
