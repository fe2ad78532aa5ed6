/** Reads at once. One that hangs must not hold all others back, and more would only load the vendor. */
const MOST_AT_ONCE = 2;
/** Deliveries that are kept in memory while they wait; the vendor sends again what is refused. */
const MOST_HELD = 50;
/**
 * Reads within a minute: half of the smallest limit that a vendor has for a whole account. The rest is left to
 * the actions.
 */
const MOST_A_MINUTE = 50;
const MINUTE_MS = 60_000;

/** What a delivery waits for. `leave` has to be called once it waits no more. */
export interface Ride<Result> {
	result: Promise<Result>;
	leave: () => void;
}

/** One task for all deliveries that are the same. */
interface Flight<Result> {
	result: Promise<Result>;
	abort: AbortController;
	passengers: number;
}

/**
 * Work that strangers can cause, by a delivery that nobody has signed: bounded in number, memory and rate, and
 * ended as soon as nobody waits for it. Deliveries of one key share one task.
 */
export class Lane<Result> {
	private readonly flights = new Map<string, Flight<Result>>();

	private readonly waiting: Array<() => void> = [];

	private running = 0;

	private held = 0;

	/** When the reads of the last minute began. */
	private began: number[] = [];

	/**
	 * Starts a task, or joins the one of the same key. The task gets a signal that says when nobody waits for
	 * it any more; it must end then, and must not fail.
	 * @returns undefined when the lane is full
	 */
	board(key: string, task: (signal: AbortSignal) => Promise<Result>): Ride<Result> | undefined {
		const joined = this.flights.get(key);
		if (this.held >= MOST_HELD || (!joined && this.isUsedUp)) return;
		const flight = joined ?? this.start(key, task);
		flight.passengers += 1;
		this.held += 1;
		return {
			result: flight.result,
			leave: () => {
				this.held -= 1;
				flight.passengers -= 1;
				if (flight.passengers > 0) return;
				flight.abort.abort();
				this.end(key, flight);
			},
		};
	}

	private get isUsedUp(): boolean {
		const minuteAgo = Date.now() - MINUTE_MS;
		this.began = this.began.filter((at) => at > minuteAgo);
		return this.began.length >= MOST_A_MINUTE;
	}

	private start(key: string, task: (signal: AbortSignal) => Promise<Result>): Flight<Result> {
		const abort = new AbortController();
		this.began.push(Date.now());
		const result = this.inTurn(async () => await task(abort.signal));
		const flight = { result, abort, passengers: 0 };
		this.flights.set(key, flight);
		const end = () => this.end(key, flight);
		result.then(end, end);
		return flight;
	}

	/** Nobody may join any more. */
	private end(key: string, flight: Flight<Result>): void {
		if (this.flights.get(key) === flight) this.flights.delete(key);
	}

	/** One whose passengers have left takes its turn like the others, and ends at once. */
	private async inTurn(task: () => Promise<Result>): Promise<Result> {
		while (this.running >= MOST_AT_ONCE) {
			await new Promise<void>((resolve) => this.waiting.push(resolve));
		}
		this.running += 1;
		try {
			return await task();
		} finally {
			this.running -= 1;
			this.waiting.shift()?.();
		}
	}
}
