import type { ChaosPlan } from './chaos';
import type { VendorServer } from './server';
import type { Storing } from './storing';
import type { FaultRule, JsonObject, RateLimit, Reply, SandboxRequest } from './types';

/** The `/__sandbox/…` paths, by which a test in another process steers a vendor. */
export function handleControl(server: VendorServer, request: SandboxRequest): Reply {
	switch (`${request.method} ${request.path}`) {
		case 'GET /__sandbox/stats':
			return { status: 200, body: server.stats() };
		case 'GET /__sandbox/chaos':
			return { status: 200, body: server.chaosReport() };
		case 'GET /__sandbox/requests':
			return { status: 200, body: server.requests };
		case 'POST /__sandbox/reset':
			server.reset();
			return { status: 204 };
		case 'POST /__sandbox/config':
			if (request.content.kind !== 'json') return { status: 400, body: 'a JSON body is needed' };
			configure(server, request.content.value as Config);
			return { status: 204 };
		default:
			return { status: 404, body: `no such control: ${request.method} ${request.path}` };
	}
}

/** Body of `POST /__sandbox/config`; what is absent stays as it is. */
export interface Config extends JsonObject {
	latencyMs?: number;
	rateLimit?: RateLimit | null;
	/** Replaces the faults; an empty list clears them. */
	faults?: FaultRule[];
	/** Spoils requests by chance; null: no more. A path is a string, as in `faults`. */
	chaos?: ChaosPlan | null;
	/** Milliseconds that the vendor's clock runs ahead. */
	skewMs?: number;
	/** Milliseconds that the data's clock runs ahead of the Date header. */
	dataAheadMs?: number;
	/** Lists show what is made only so much later. */
	lagMs?: number;
	/** Texts are stored otherwise; null: as they come. */
	storing?: Storing | null;
	/** False: requests are no longer kept. */
	recording?: boolean;
	seedMany?: number;
	/** Only where the vendor has a sign-in of its own. */
	expireTokens?: boolean;
	tokenLifetimeSeconds?: number;
	clearRequests?: boolean;
}

function configure(server: VendorServer, config: Config): void {
	if (config.latencyMs !== undefined) server.setLatency(config.latencyMs);
	if (config.rateLimit !== undefined) server.setRateLimit(config.rateLimit);
	if (config.faults !== undefined) {
		server.faults.clear();
		for (const rule of config.faults) server.faults.add(rule);
	}
	if (config.chaos !== undefined) server.setChaos(config.chaos);
	if (config.skewMs !== undefined) server.setSkew(config.skewMs);
	if (config.dataAheadMs !== undefined) server.setDataAhead(config.dataAheadMs);
	if (config.lagMs !== undefined) server.setLag(config.lagMs);
	if (config.storing !== undefined) server.setStoring(config.storing);
	if (config.recording !== undefined) server.setRecording(config.recording);
	if (config.seedMany !== undefined) server.api.seedMany(config.seedMany);
	server.api.configure?.(config);
	if (config.clearRequests) server.clearRequests();
}
