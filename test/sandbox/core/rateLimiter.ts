import type { RateLimit, RateState } from './types';

/** A fixed window that opens with its first request, as the vendors' headers describe it. */
export class RateLimiter {
	private limit: RateLimit | null = null;
	private windowStart = 0;
	private used = 0;

	constructor(private readonly usual: Required<RateLimit>) {}

	set(limit: RateLimit | null): void {
		this.limit = limit;
		this.windowStart = 0;
		this.used = 0;
	}

	/** Counts a request. Without a limit nothing is refused and the usual figures are named. */
	take(now = Date.now()): { allowed: boolean; state: RateState } {
		const windowMs = this.limit?.windowMs ?? (this.limit ? 60_000 : this.usual.windowMs);
		if (now - this.windowStart >= windowMs) {
			this.windowStart = now;
			this.used = 0;
		}
		this.used += 1;
		const limit = this.limit?.perMinute ?? this.usual.perMinute;
		const allowed = this.limit === null || this.used <= limit;
		const resetAt = this.windowStart + windowMs;
		const remaining = this.limit === null ? limit - 1 : Math.max(0, limit - this.used);
		return { allowed, state: { limit, remaining, resetAt, resetInMs: resetAt - now } };
	}
}
