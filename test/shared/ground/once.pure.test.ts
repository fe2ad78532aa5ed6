import { Once } from '../../../nodes/shared/ground/once';

it('does a thing once for all who ask by the same name, at the same time or later', async () => {
	const shared = new Once();
	let done = 0;
	const task = async () => await Promise.resolve((done += 1));
	expect(await Promise.all([shared.once('a', task), shared.once('a', task)])).toEqual([1, 1]);
	expect(await shared.once('a', task)).toBe(1);
	expect(await shared.once('b', task)).toBe(2);
	expect(await new Once().once('a', task)).toBe(3);
});

it('what failed fails for all who waited for it, and is done again for the next one', async () => {
	const shared = new Once();
	let asked = 0;
	const failing = async () => {
		asked += 1;
		return await Promise.reject<string>(new TypeError(`no ${asked}`));
	};
	const waiting = [shared.once('a', failing), shared.once('a', failing)];
	expect(await Promise.allSettled(waiting)).toEqual([
		{ status: 'rejected', reason: new TypeError('no 1') },
		{ status: 'rejected', reason: new TypeError('no 1') },
	]);
	expect(await shared.once('a', async () => await Promise.resolve('yes'))).toBe('yes');
});
