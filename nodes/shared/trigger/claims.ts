import { remembered } from '../ground/memory';
import { inTime } from '../ground/wait';

/** Deliveries that are remembered. */
const MOST_KNOWN = 20_000;

/**
 * How long a copy waits for what becomes of the first, in milliseconds: no vendor waits longer for an answer
 * of ours, so whoever still does not know by then is told to come again.
 */
const PATIENCE_MS = 10_000;

/** `yours`: the caller has to `settle` it. `busy`: nobody knows yet what became of the first. */
export type Claim = 'yours' | 'repeat' | 'busy';

/**
 * The deliveries that this process has met. It closes the race between copies that arrive at the same
 * moment: a copy waits for what becomes of the first, and takes over when that one was not accepted.
 * Copies that come later, after a restart or in another process are for `repeats.ts`.
 */
export class Claims {
	/** What became of a delivery, or what will tell. */
	private readonly known = new Map<string, Promise<boolean> | true>();

	private readonly settlers = new Map<string, (isAccepted: boolean) => void>();

	constructor(private readonly patienceMs = PATIENCE_MS) {}

	async take(id: string): Promise<Claim> {
		const end = Date.now() + this.patienceMs;
		for (;;) {
			const other = this.known.get(id);
			if (!other) break;
			const isAccepted = other === true || (await inTime(end - Date.now(), other));
			if (isAccepted === undefined) return 'busy';
			if (isAccepted) return 'repeat';
		}
		this.known.set(
			id,
			new Promise((resolve) => {
				this.settlers.set(id, resolve);
			}),
		);
		this.forgetOldest();
		return 'yours';
	}

	/** Says what became of a delivery; one that was not accepted may come again. */
	settle(id: string, isAccepted: boolean): void {
		const tell = this.settlers.get(id);
		if (!tell) return;
		if (isAccepted) this.known.set(id, true);
		else this.known.delete(id);
		this.settlers.delete(id);
		tell(isAccepted);
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
export const claims = remembered('claims', () => new Claims());
