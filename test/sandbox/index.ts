import { BleemeoApi } from './bleemeo';
import type { ChaosKind, ChaosPlan, ChaosReport } from './core/chaos';
import { VendorServer } from './core/server';
import type { Storing } from './core/storing';
import { vendors } from './core/types';
import type { FaultRule, RateLimit, RecordedRequest, Stats, Vendor } from './core/types';
import { credentialsFor } from './credentials';
import type { SandboxCredentials } from './credentials';
import { DevHelmApi } from './devhelm';
import { DevRevApi } from './devrev';
import { PagerDutyApi } from './pagerduty';
import { pagerDutyTokens } from './pagerduty/seed';

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

export interface SandboxOptions {
	/** Every answer waits this long. */
	latencyMs?: number;
	/** 0 or absent: a free port. */
	ports?: Partial<Record<Vendor, number>>;
	/** Extra incidents (events) per vendor, added at the start and after each reset. */
	seed?: Partial<Record<Vendor, number>>;
}

interface Apis {
	bleemeo: BleemeoApi;
	devHelm: DevHelmApi;
	devRev: DevRevApi;
	pagerDuty: PagerDutyApi;
}

export interface Sandbox {
	/** `http://127.0.0.1:port` */
	url(vendor: Vendor): string;
	/** Data for the four credential types. */
	credentials: SandboxCredentials;
	/** A PagerDuty user key, for which From is not needed. */
	userToken: string;
	/** The other PagerDuty tokens by kind. */
	pagerDutyTokens: typeof pagerDutyTokens;
	/** A Bleemeo access token that is valid until `expireTokens` or a reset. */
	readonly bleemeoAccessToken: string;
	/** In order of arrival. */
	requests(vendor?: Vendor): RecordedRequest[];
	clearRequests(): void;
	/** The vendor's current store; ask again after a reset. */
	state<V extends Vendor>(vendor: V): Apis[V]['store'];
	/** The vendor itself, for what no request does; its webhooks are in `deliveries`. */
	api<V extends Vendor>(vendor: V): Apis[V];
	/** Adds n incidents (Bleemeo: events) with distinct ids and creation times. */
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
	/** Every Bleemeo access token ends now. */
	expireTokens(): void;
	/** State back to the seed; requests, faults, limits, latency, clock and figures as at the start. */
	reset(): void;
	stop(): Promise<void>;
}

/** Starts the four vendors' APIs, each on its own loopback port. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const apis: Apis = {
		bleemeo: new BleemeoApi(),
		devHelm: new DevHelmApi(),
		devRev: new DevRevApi(),
		pagerDuty: new PagerDutyApi(),
	};
	const server = (vendor: Vendor) =>
		new VendorServer(apis[vendor], {
			latencyMs: options.latencyMs ?? 0,
			extraSeed: options.seed?.[vendor] ?? 0,
		});
	const servers: Record<Vendor, VendorServer> = {
		bleemeo: server('bleemeo'),
		devHelm: server('devHelm'),
		devRev: server('devRev'),
		pagerDuty: server('pagerDuty'),
	};
	await Promise.all(
		vendors.map(async (vendor) => await servers[vendor].start(options.ports?.[vendor] ?? 0)),
	);
	const each = (action: (one: VendorServer) => void) => {
		for (const vendor of vendors) action(servers[vendor]);
	};
	const url = (vendor: Vendor) => servers[vendor].url;
	return {
		url,
		credentials: credentialsFor(url),
		userToken: pagerDutyTokens.user,
		pagerDutyTokens,
		get bleemeoAccessToken() {
			return apis.bleemeo.readyToken;
		},
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
		expireTokens: () => apis.bleemeo.expireTokens(),
		reset: () => each((one) => one.reset()),
		stop: async () => {
			await Promise.all(vendors.map(async (vendor) => await servers[vendor].stop()));
		},
	};
}
