/** What is done once for all who ask for it by the same name. What failed is done again for the next one. */
export class Once {
	private readonly done = new Map<string, Promise<unknown>>();

	/**
	 * @param task gives the same kind of result wherever the name is used
	 * @throws what the task throws
	 */
	async once<Result>(name: string, task: () => Promise<Result>): Promise<Result> {
		const begun = this.done.get(name) as Promise<Result> | undefined;
		if (begun) return await begun;
		const doing = task();
		this.done.set(name, doing);
		return await doing.catch((failure: unknown) => {
			this.done.delete(name);
			throw failure;
		});
	}
}
