import { remembered } from '../ground/memory';

/** Problems that are remembered: more than any message has, and far more than are under way at once. */
const MOST_KNOWN = 20_000;

/**
 * When this process has last dealt with a problem, in turns: what was read before that may lack what was opened
 * since. Two senders that stand in for each other, or two runs, meet the same problems at the same moment.
 */
export class Dealt {
	private turn = 0;

	private readonly last = new Map<string, number>();

	/** The present turn, to be taken before something is read. */
	now(): number {
		return this.turn;
	}

	note(key: string): void {
		this.turn += 1;
		// Deleted first, so that the one noted longest ago is the first.
		this.last.delete(key);
		this.last.set(key, this.turn);
		if (this.last.size <= MOST_KNOWN) return;
		const [oldest] = this.last.keys();
		this.last.delete(oldest);
	}

	/** True where the problem was dealt with since. */
	isSince(key: string, turn: number): boolean {
		return (this.last.get(key) ?? 0) > turn;
	}
}

/** One memory for the process. */
export const dealt = remembered('alerts dealt with', () => new Dealt());
