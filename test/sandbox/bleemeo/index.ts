import type { Reply, VendorApi } from '../core/types';
export class BleemeoApi implements VendorApi<object> {
	readonly vendor = 'bleemeo';
	readonly usualLimit = { perMinute: 1000, windowMs: 60_000 };
	store = {};
	readonly readyToken = '';
	reset(): void {}
	seedMany(): void {}
	expireTokens(): void {}
	handle(): Reply {
		return { status: 501 };
	}
	rateHeaders() {
		return {};
	}
	tooManyRequests(): Reply {
		return { status: 429 };
	}
}
