/**
 * Runs a task for each item, at most `width` at the same time, and gives the results in the order of
 * the items. Starts nothing more once `stop` says so; tasks that already run are always awaited, so
 * that nothing is left half done behind the caller's back.
 * @param task must not reject: a failure is a result
 */
export async function inOrder<Item, Result>(
	items: Item[],
	width: number,
	task: (item: Item, index: number) => Promise<Result>,
	stop: () => boolean,
): Promise<Array<Result | undefined>> {
	const results = new Array<Result | undefined>(items.length).fill(undefined);
	let next = 0;
	const lane = async () => {
		while (next < items.length && !stop()) {
			const index = next++;
			results[index] = await task(items[index], index);
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
	return results;
}
