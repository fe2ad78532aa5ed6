import { waitOut } from '../wait';

/**
 * What a task gives, or undefined when it takes longer than so many milliseconds. The task itself is not
 * ended by that. Fails as the task does.
 */
export async function within<Result>(
	milliseconds: number,
	task: Promise<Result>,
): Promise<Result | undefined> {
	const until = Date.now() + milliseconds;
	let isOver = false;
	const deadline = waitOut(
		() => until - Date.now(),
		() => isOver,
	);
	return await Promise.race([task, deadline.then(() => undefined)]).finally(() => {
		isOver = true;
	});
}
