import { within as inTime } from '../deadline';

/**
 * What a task gives, or undefined when it takes longer than so many milliseconds. The task itself is not
 * ended by that. Fails as the task does.
 */
export async function within<Result>(
	milliseconds: number,
	task: Promise<Result>,
): Promise<Result | undefined> {
	const outcome = await inTime(milliseconds, new AbortController().signal, async () => await task);
	return outcome.ended ? undefined : outcome.result;
}
