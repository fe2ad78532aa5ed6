import { Clock } from '../core/clock';
import { createRouter } from '../core/router';
import type {
	Headers,
	JsonObject,
	RateState,
	Reply,
	SandboxRequest,
	VendorApi,
} from '../core/types';
import { anotherPage } from '../core/values';
import { authenticate } from './auth';
import { detailReply, htmlPage } from './errors';
import { eventRoutes } from './events';
import { lookupRoutes } from './lookups';
import { metricDataRoutes } from './metricData';
import { revokeReply, tokenReply } from './oauth';
import { issueReadyToken, seedManyEvents, seedStore } from './seed';
import { serviceRoutes } from './services';
import type { BleemeoContext, BleemeoStore, Event } from './types';
import { announce, bleemeoDeliveries } from './webhooks';

/** Bleemeo's REST API (`/v1/`) and its OAuth endpoints (`/o/`). */
export class BleemeoApi implements VendorApi<BleemeoStore> {
	readonly vendor = 'bleemeo';
	readonly usualLimit = { perMinute: 1000, windowMs: 60_000 };
	readonly limitKinds = ['limitSeconds', 'limitDate'] as const;
	readonly clock = new Clock();
	readonly deliveries = bleemeoDeliveries();
	store = seedStore(this.clock);
	/** Valid until the tokens are expired or the sandbox is reset. */
	readyToken = issueReadyToken(this.store);
	private readonly route = createRouter<BleemeoContext>(
		[...eventRoutes, ...lookupRoutes, ...metricDataRoutes, ...serviceRoutes],
		{
			notFound: () => htmlPage(404, 'Not Found'),
			methodNotAllowed: ({ method }, allowed) => ({
				...detailReply(405, `Method "${method}" not allowed.`),
				headers: { Allow: allowed.join(', ') },
			}),
		},
	);

	reset(): void {
		this.deliveries.clear();
		this.store = seedStore(this.clock);
		this.readyToken = issueReadyToken(this.store);
	}

	seedMany(count: number): void {
		seedManyEvents(this.store, count);
	}

	/** Notifies of an event, as a rule of the panel does once a problem has lasted. */
	announce(event: Event): void {
		announce(this.store, this.deliveries, event);
	}

	/** Access tokens end now; refresh tokens live on. */
	expireTokens(): void {
		for (const token of this.store.accessTokens.values()) token.expiresAt = 0;
	}

	configure({ expireTokens, tokenLifetimeSeconds }: JsonObject): void {
		if (typeof tokenLifetimeSeconds === 'number') {
			this.store.tokenLifetimeSeconds = tokenLifetimeSeconds;
		}
		if (expireTokens === true) this.expireTokens();
	}

	isCreate({ method, path }: SandboxRequest): boolean {
		return method === 'POST' && path === '/v1/event/';
	}

	withMore(reply: Reply, { origin, path, query }: SandboxRequest): Reply {
		return anotherPage(reply, (turn) => {
			const next = new URLSearchParams({ ...query, page: String(turn + 1) });
			return { next: `${origin}${path}?${next.toString()}` };
		});
	}

	handle(request: SandboxRequest): Reply {
		const { store } = this;
		if (!request.path.endsWith('/')) return redirectToSlash(request);
		if (request.path === '/o/token/') return tokenReply(store, request);
		if (request.path === '/o/revoke_token/') return revokeReply(store, request);
		if (request.path === '/v1/info/') return { status: 200, body: info(store.clock) };
		if (!request.path.startsWith('/v1/')) return htmlPage(404, 'Not Found');
		const reply = this.route(authenticate(store, request), request);
		return wantsHtml(request) ? browsable(reply) : reply;
	}

	rateHeaders(): Headers {
		return {};
	}

	tooManyRequests({ resetInMs }: RateState): Reply {
		const wait = Math.max(1, Math.ceil(resetInMs / 1000));
		return {
			...detailReply(429, `Request was throttled. Expected available in ${wait} seconds.`),
			headers: { 'Retry-After': String(wait) },
		};
	}
}

/** As the framework does it in production, whatever the method: a client then loses its body. */
function redirectToSlash({ path, rawQuery }: SandboxRequest): Reply {
	const location = `${path}/${rawQuery ? `?${rawQuery}` : ''}`;
	return { status: 301, headers: { Location: location }, body: '' };
}

/** Open to everybody: no test of a credential. */
function info(clock: Clock): JsonObject {
	return {
		maintenance: false,
		current_time: clock.now() / 1000,
		max_time_drift: 60,
		agents: { minimum_versions: { glouton_version: '22.04.11.103000' } },
	};
}

/** A browser, by its Accept header, gets the API as pages. */
function wantsHtml({ headers }: SandboxRequest): boolean {
	return headers.accept?.startsWith('text/html') === true;
}

function browsable(reply: Reply): Reply {
	return { ...htmlPage(reply.status, 'Browsable API'), headers: reply.headers };
}
