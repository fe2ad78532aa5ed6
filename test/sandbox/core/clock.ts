/** A vendor's own clock, which may run ahead of ours or behind. */
export class Clock {
	/** Milliseconds ahead; negative: behind. */
	skewMs = 0;

	now(): number {
		return Date.now() + this.skewMs;
	}
}
