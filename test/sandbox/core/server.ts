import express from 'express';
import type { Express, Request, Response } from 'express';
import { sleep } from 'n8n-workflow';

import { Chaos } from './chaos';
import type { ChaosPlan, ChaosReport } from './chaos';
import { handleControl } from './control';
import { Faults, gatewayPage } from './faults';
import { RateLimiter } from './rateLimiter';
import { readRequest, recordedBody } from './request';
import { answer } from './router';
import { sendSpoilt } from './spoilt';
import { otherwise, storedAs, type Storing } from './storing';
import { Timeline } from './timeline';
import type {
	FaultRule,
	RateLimit,
	RecordedRequest,
	Reply,
	SandboxRequest,
	Stats,
	VendorApi,
} from './types';

let arrivals = 0;

/** What was answered to a request, as it was sent; nothing where a fault answered in place of the vendor. */
export const ownReplies = new WeakMap<RecordedRequest, string>();

type HttpServer = ReturnType<Express['listen']>;

/** One vendor's API on its own loopback port, with recording, latency, limits and faults. */
export class VendorServer {
	readonly requests: RecordedRequest[] = [];
	readonly faults = new Faults();
	private chaos: Chaos | undefined;
	private isRecording = true;
	private storing: Storing | undefined;
	/** Late writes of before a reset must not reach the new state. */
	private era = 0;
	private readonly limiter: RateLimiter;
	private server: HttpServer | undefined;
	private latencyMs: number;
	private port = 0;
	private figures = { requests: 0, peakInFlight: 0, connections: 0, status429: 0 };
	private inFlight = 0;
	private knownSockets = new WeakSet<object>();
	/** The pages that a fault repeats. */
	private pages = new WeakMap<FaultRule, Reply[]>();

	constructor(
		readonly api: VendorApi,
		private readonly usual: { latencyMs: number; extraSeed: number },
	) {
		this.limiter = new RateLimiter(api.usualLimit);
		this.latencyMs = usual.latencyMs;
		api.seedMany(usual.extraSeed);
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	async start(port: number): Promise<void> {
		const app = express();
		app.disable('x-powered-by');
		app.disable('etag');
		app.use(express.raw({ type: () => true, limit: '20mb' }));
		app.use(async (request: Request, response: Response) => await this.receive(request, response));
		await new Promise<void>((resolve, reject) => {
			const server = app.listen(port, '127.0.0.1', (error?: Error) => {
				if (error) reject(error);
				else resolve();
			});
			// A client that keeps a connection must not use it in the moment in which it ends.
			server.keepAliveTimeout = 300_000;
			server.on('error', reject);
			this.server = server;
		});
		const address = this.server?.address();
		if (address && typeof address === 'object') this.port = address.port;
	}

	async stop(): Promise<void> {
		const { server } = this;
		if (!server) return;
		this.server = undefined;
		this.api.deliveries?.stop();
		await new Promise<void>((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
	}

	setLatency(ms: number): void {
		this.latencyMs = ms;
	}

	setRateLimit(limit: RateLimit | null): void {
		this.limiter.set(limit);
	}

	/** Spoils requests by chance from now on; null: no more. */
	setChaos(plan: ChaosPlan | null): void {
		this.chaos = plan ? new Chaos(plan, this.api) : undefined;
	}

	chaosReport(): ChaosReport {
		return this.chaos?.report ?? { seen: 0, spoiled: 0, afterWrite: 0, kinds: {} };
	}

	/** Lets the vendor's clock run ahead, or behind with a negative figure. */
	setSkew(ms: number): void {
		this.api.clock.skewMs = ms;
	}

	/** Moves the clock of the data apart from the one of the Date header. */
	setDataAhead(ms: number): void {
		this.api.clock.dataAheadMs = ms;
	}

	/** Lists show what is made only so much later; a single object can be read at once. */
	setLag(ms: number): void {
		for (const part of Object.values(this.api.store as object)) {
			if (part instanceof Timeline) part.lagMs = ms;
		}
	}

	/** Stores texts otherwise than they come; null: as they come. */
	setStoring(storing: Storing | null): void {
		this.storing = storing ?? undefined;
	}

	/** Off: requests are counted but no longer kept, which saves memory. */
	setRecording(isOn: boolean): void {
		this.isRecording = isOn;
	}

	stats(): Stats {
		return { ...this.figures, inFlight: this.inFlight };
	}

	clearRequests(): void {
		this.requests.length = 0;
	}

	/** State back to the seed; requests, faults, limit, latency, clock and figures as at the start. */
	reset(): void {
		this.era += 1;
		this.setSkew(0);
		this.setDataAhead(0);
		this.setStoring(null);
		this.setChaos(null);
		this.setRecording(true);
		this.api.reset();
		this.api.seedMany(this.usual.extraSeed);
		this.clearRequests();
		this.faults.clear();
		this.limiter.set(null);
		this.latencyMs = this.usual.latencyMs;
		this.figures = { requests: 0, peakInFlight: this.inFlight, connections: 0, status429: 0 };
		this.knownSockets = new WeakSet();
	}

	private async receive(incoming: Request, response: Response): Promise<void> {
		const request = readRequest(incoming, this.url);
		if (request.path.startsWith('/__sandbox/')) {
			send(response, handleControl(this, request));
			return;
		}
		const recorded = this.record(request);
		this.count(incoming, response);
		const fault = this.faults.take(request.method, request.path) ?? this.chaos?.take(request);
		await this.respond(request, response, recorded, fault);
	}

	private async respond(
		request: SandboxRequest,
		response: Response,
		recorded: RecordedRequest,
		fault: FaultRule | undefined,
	): Promise<void> {
		if (this.latencyMs > 0) await sleep(this.latencyMs);
		if (fault?.dataAheadMs !== undefined) this.setDataAhead(fault.dataAheadMs);
		if (fault?.stranger) this.serve(strangers(request, fault.stranger, this.api.texts));
		if (fault?.commitAfterMs !== undefined) void this.serveLate(request, fault);
		if (fault?.drop === 'before') {
			response.socket?.destroy();
			return;
		}
		const isAnswered = fault?.status !== undefined || fault?.gateway !== undefined;
		const isWithoutWrite = isAnswered && fault?.after !== true;
		const done = isWithoutWrite ? undefined : this.serveOrRepeat(request, fault);
		if (fault?.delayMs) await sleep(fault.delayMs);
		if (fault?.drop === 'after') {
			response.socket?.destroy();
			return;
		}
		const reply = fault ? spoil(fault, done) : done;
		if (!reply || response.destroyed) return;
		recorded.status = reply.status;
		if (this.isRecording && reply === done) ownReplies.set(recorded, encode(reply).text);
		response.setHeader('Date', new Date(this.api.clock.headerNow()).toUTCString());
		if (reply.status === 429) this.figures.status429 += 1;
		if (fault?.truncate) sendHalf(response, reply);
		else if (fault && isSpoilt(fault)) await sendAs(response, reply, fault);
		else send(response, reply);
	}

	private serveOrRepeat(request: SandboxRequest, fault: FaultRule | undefined): Reply {
		if (!fault?.repeat) return this.serve(request, fault?.storing);
		const pages = this.pages.get(fault) ?? [];
		this.pages.set(fault, pages);
		const isNew = pages.length < fault.repeat;
		const page = isNew ? this.serve(request, fault.storing) : pages[0];
		// The oldest page goes to the end: it is the next one's turn.
		if (!isNew) pages.shift();
		pages.push(page);
		return pages.length < fault.repeat ? page : this.api.withMore(page, request);
	}

	private async serveLate(request: SandboxRequest, fault: FaultRule): Promise<void> {
		const { era } = this;
		await sleep(fault.commitAfterMs ?? 0);
		if (era === this.era) this.serve(request, fault.storing);
	}

	private serve(incoming: SandboxRequest, storing = this.storing): Reply {
		const { api } = this;
		const isStored = storing !== undefined && incoming.method === 'POST';
		const request = isStored
			? { ...incoming, content: storedAs(incoming.content, storing, api.texts) }
			: incoming;
		const isLimited = api.unlimited?.(request) !== true;
		const rate = isLimited ? this.takeRate() : undefined;
		const reply =
			rate?.allowed === false
				? api.tooManyRequests(rate.state, request)
				: answer(
						() => api.handle(request),
						(message) => ({ status: 500, body: `sandbox error: ${message}` }),
					);
		if (!rate) return reply;
		return { ...reply, headers: { ...api.rateHeaders(rate.state, request), ...reply.headers } };
	}

	/** The reset as the vendor's clock has it. */
	private takeRate(): ReturnType<RateLimiter['take']> {
		const { allowed, state } = this.limiter.take();
		return { allowed, state: { ...state, resetAt: state.resetAt + this.api.clock.skewMs } };
	}

	private record(request: SandboxRequest): RecordedRequest {
		const { method, path, query, rawQuery, headers, rawBody, content } = request;
		const recorded: RecordedRequest = {
			vendor: this.api.vendor,
			method,
			path,
			query,
			rawQuery,
			headers,
			body: recordedBody(content),
			rawBody,
			status: 0,
			at: Date.now(),
			order: (arrivals += 1),
		};
		if (this.isRecording) this.requests.push(recorded);
		return recorded;
	}

	private count(incoming: Request, response: Response): void {
		const { figures } = this;
		if (!this.knownSockets.has(incoming.socket)) {
			this.knownSockets.add(incoming.socket);
			figures.connections += 1;
		}
		figures.requests += 1;
		this.inFlight += 1;
		figures.peakInFlight = Math.max(figures.peakInFlight, this.inFlight);
		response.once('close', () => {
			this.inFlight -= 1;
		});
	}
}

/** What another process sends, which happens to be alike. */
function strangers(
	request: SandboxRequest,
	kind: 'same' | 'other',
	texts?: string[],
): SandboxRequest {
	const { content } = request;
	if (kind === 'same' || content.kind !== 'json') return request;
	return { ...request, content: otherwise(content, texts) };
}

function spoil(fault: FaultRule, done: Reply | undefined): Reply | undefined {
	if (fault.gateway) return gatewayPage(fault.gateway);
	if (fault.status === undefined) return done;
	const { status, body, headers, contentType } = fault;
	return { status, body, headers, contentType };
}

function encode(reply: Reply): { text: string; contentType: string } {
	const { body, contentType } = reply;
	if (body === undefined) return { text: '', contentType: contentType ?? '' };
	if (typeof body === 'string') return { text: body, contentType: contentType ?? 'text/plain' };
	return { text: JSON.stringify(body), contentType: contentType ?? 'application/json' };
}

function begin(response: Response, reply: Reply, contentType: string, bytes: number): void {
	response.status(reply.status);
	for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
	if (contentType) response.setHeader('Content-Type', contentType);
	if (reply.status !== 204) response.setHeader('Content-Length', bytes);
}

function send(response: Response, reply: Reply): void {
	const { text, contentType } = encode(reply);
	begin(response, reply, contentType, Buffer.byteLength(text));
	response.end(text);
}

function isSpoilt({ trickleMs, endless, inflate }: FaultRule): boolean {
	return trickleMs !== undefined || endless === true || inflate !== undefined;
}

async function sendAs(response: Response, reply: Reply, fault: FaultRule): Promise<void> {
	const { text, contentType } = encode(reply);
	const body = Buffer.from(text);
	begin(response, reply, contentType, body.length);
	await sendSpoilt(response, body, fault);
}

function sendHalf(response: Response, reply: Reply): void {
	const { text, contentType } = encode(reply);
	const bytes = Buffer.from(text);
	begin(response, reply, contentType, bytes.length);
	response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
		response.socket?.destroy();
	});
}
