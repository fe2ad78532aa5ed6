import { waitOut } from '../ground/wait';

/**
 * What a task gives, or undefined when it takes longer than so many milliseconds. The task itself is not
 * ended by that. Fails as the task does.
 */
export async function within<Result>(
	milliseconds: number,
	task: Promise<Result>,
): Promise<Result | undefined> {
	const until = Date.now() + milliseconds;
	const over = new AbortController();
	const deadline = waitOut(() => until - Date.now(), over.signal);
	return await Promise.race([task, deadline.then(() => undefined)]).finally(() => over.abort());
}
