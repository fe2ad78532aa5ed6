/** A vendor's own clocks, which may run ahead of ours or behind, and apart from each other. */
export class Clock {
	/** Milliseconds ahead, in data and header alike; negative: behind. */
	skewMs = 0;

	/** What the clock of the data is ahead of the one that fills the Date header. */
	dataAheadMs = 0;

	/** The clock of the data: times of what is made, windows of lists. */
	now(): number {
		return this.headerNow() + this.dataAheadMs;
	}

	/** The clock of the server that answers. */
	headerNow(): number {
		return Date.now() + this.skewMs;
	}
}
