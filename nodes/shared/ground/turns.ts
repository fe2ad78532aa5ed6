/** Runs what is named alike one after the other. */
export class Turns {
	private readonly last = new Map<string, Promise<unknown>>();

	/**
	 * Runs tasks of the same name one after the other, in the order of the calls. A task with several
	 * names waits for all of them; they are taken at once, so two tasks cannot wait for each other.
	 */
	async inTurn<Result>(name: string | string[], task: () => Promise<Result>): Promise<Result> {
		const names = typeof name === 'string' ? [name] : name;
		const before = Promise.allSettled(names.map((one) => this.last.get(one)));
		const turn = before.then(task);
		for (const one of names) this.last.set(one, turn);
		const clear = () => {
			for (const one of names) if (this.last.get(one) === turn) this.last.delete(one);
		};
		turn.then(clear, clear);
		return await turn;
	}
}
