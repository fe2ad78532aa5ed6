/** Deliveries that are remembered. */
const MOST_KNOWN = 20_000;

/**
 * The deliveries that this process has met. It closes the race between copies that arrive at the same
 * moment: a copy waits for what becomes of the first, and takes over when that one was not accepted.
 * Copies that come later, after a restart or in another process are for `repeats.ts`.
 */
export class Claims {
	private readonly known = new Map<string, Promise<boolean>>();

	private readonly settlers = new Map<string, (isAccepted: boolean) => void>();

	/** @returns true when the delivery is the caller's, who must `settle` it */
	async take(id: string): Promise<boolean> {
		for (;;) {
			const other = this.known.get(id);
			if (!other) break;
			if (await other) return false;
		}
		this.known.set(
			id,
			new Promise((resolve) => {
				this.settlers.set(id, resolve);
			}),
		);
		this.forgetOldest();
		return true;
	}

	/** Says what became of a delivery; one that was not accepted may come again. */
	settle(id: string, isAccepted: boolean): void {
		if (!isAccepted) this.known.delete(id);
		this.settlers.get(id)?.(isAccepted);
		this.settlers.delete(id);
	}

	private forgetOldest(): void {
		if (this.known.size <= MOST_KNOWN) return;
		const [oldest] = this.known.keys();
		this.known.delete(oldest);
		this.settlers.get(oldest)?.(true);
		this.settlers.delete(oldest);
	}
}

/** One memory for the process: n8n makes a node anew for each delivery. */
export const claims = new Claims();
