import type { ChaosKind, ChaosPlan, ChaosReport } from './core/chaos';
import { VendorServer } from './core/server';
import type { Storing } from './core/storing';
import { forEachVendor, VENDORS, vendors } from './core/register';

import type { FaultRule, RateLimit, RecordedRequest, Stats, Vendor } from './core/types';

export type {
	ChaosKind,
	ChaosPlan,
	ChaosReport,
	FaultRule,
	RateLimit,
	RecordedRequest,
	SandboxCredentials,
	Stats,
	Storing,
	Vendor,
};

export { VENDORS };

export interface SandboxOptions {
	/** Every answer waits this long. */
	latencyMs?: number;
	/** 0 or absent: a free port. */
	ports?: Partial<Record<Vendor, number>>;
	/** Extra incidents (events) per vendor, added at the start and after each reset. */
	seed?: Partial<Record<Vendor, number>>;
}

export interface Sandbox {
	/** `http://127.0.0.1:port` */
	url(vendor: Vendor): string;
	/** Data for each credential type. */
	credentials: SandboxCredentials;
	/** In order of arrival. */
	requests(vendor?: Vendor): RecordedRequest[];
	clearRequests(): void;
	/** The vendor's current store; ask again after a reset. */
	state<V extends Vendor>(vendor: V): SandboxApis[V]['store'];
	/** The vendor itself, for what no request does; its webhooks are in `deliveries`. */
	api<V extends Vendor>(vendor: V): SandboxApis[V];
	/** Adds n incidents (or events) with distinct ids and creation times. */
	seedMany(vendor: Vendor, count: number): void;
	fault(vendor: Vendor, rule: FaultRule): void;
	clearFaults(): void;
	/** Spoils requests by chance, the same ones for the same seed; null: no more. */
	chaos(vendor: Vendor, plan: ChaosPlan | null): void;
	/** What the present plan has done so far. */
	chaosReport(vendor: Vendor): ChaosReport;
	/** The vendor's clock runs so many milliseconds ahead, or behind with a negative figure. */
	skew(vendor: Vendor, ms: number): void;
	/** The clock of the data runs so many milliseconds ahead of the one of the Date header. */
	dataAhead(vendor: Vendor, ms: number): void;
	/** Lists of incidents and events show what is made only so many milliseconds later; until a reset. */
	lag(vendor: Vendor, ms: number): void;
	/** Texts are stored otherwise than they come; null: as they come. */
	storing(vendor: Vendor, storing: Storing | null): void;
	/** Off: requests are counted but no longer kept, which saves memory. */
	recording(isOn: boolean): void;
	latency(ms: number): void;
	/** null: no limit, as at the start. */
	rateLimit(vendor: Vendor, limit: RateLimit | null): void;
	stats(vendor: Vendor): Stats;
	/** State back to the seed; requests, faults, limits, latency, clock and figures as at the start. */
	reset(): void;
	stop(): Promise<void>;
}

/** Starts the vendors' APIs, each on its own loopback port. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const apis = forEachVendor(({ api }) => api()) as SandboxApis;
	const servers = forEachVendor(
		({ name }) =>
			new VendorServer(apis[name], {
				latencyMs: options.latencyMs ?? 0,
				extraSeed: options.seed?.[name] ?? 0,
			}),
	);
	await Promise.all(
		vendors.map(async (vendor) => await servers[vendor].start(options.ports?.[vendor] ?? 0)),
	);
	const each = (action: (one: VendorServer) => void) => {
		for (const vendor of vendors) action(servers[vendor]);
	};
	const url = (vendor: Vendor) => servers[vendor].url;
	return {
		url,
		credentials: Object.assign(
			{},
			...VENDORS.map((vendor) => vendor.credentials(url(vendor.name))),
		) as SandboxCredentials,
		requests: (vendor) =>
			(vendor ? [vendor] : vendors)
				.flatMap((one) => servers[one].requests)
				.sort((one, other) => one.order - other.order),
		clearRequests: () => each((one) => one.clearRequests()),
		api: (vendor) => apis[vendor],
		state: (vendor) => apis[vendor].store,
		seedMany: (vendor, count) => apis[vendor].seedMany(count),
		fault: (vendor, rule) => servers[vendor].faults.add(rule),
		clearFaults: () => each((one) => one.faults.clear()),
		chaos: (vendor, plan) => servers[vendor].setChaos(plan),
		chaosReport: (vendor) => servers[vendor].chaosReport(),
		skew: (vendor, ms) => servers[vendor].setSkew(ms),
		dataAhead: (vendor, ms) => servers[vendor].setDataAhead(ms),
		lag: (vendor, ms) => servers[vendor].setLag(ms),
		storing: (vendor, storing) => servers[vendor].setStoring(storing),
		recording: (isOn) => each((one) => one.setRecording(isOn)),
		latency: (ms) => each((one) => one.setLatency(ms)),
		rateLimit: (vendor, limit) => servers[vendor].setRateLimit(limit),
		stats: (vendor) => servers[vendor].stats(),
		reset: () => each((one) => one.reset()),
		stop: async () => {
			await Promise.all(vendors.map(async (vendor) => await servers[vendor].stop()));
		},
	};
}
