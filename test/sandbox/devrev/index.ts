import { Clock } from '../core/clock';
import { createRouter, post } from '../core/router';
import { withShape } from './stageShapes';
import type { Route } from '../core/router';
import { object } from '../core/shape';
import type { Headers, RateState, Reply, SandboxRequest, VendorApi } from '../core/types';
import { anotherPage } from '../core/values';
import { read, readBody } from './body';
import { errorReply, refuse, routeNotFound } from './errors';
import { organizationId } from './ids';
import { createIncident } from './incidents/create';
import { groupIncidents } from './incidents/group';
import { getIncident, listIncidents } from './incidents/list';
import { linkRoutes } from './links';
import { deleteIncident, updateIncident } from './incidents/update';
import { lookupRoutes } from './lookups';
import { schemaRoutes } from './schemaLookups';
import { seedManyIncidents, seedStore } from './seed';
import { timelineRoutes } from './timeline';
import type { DevRevContext, DevRevStore } from './types';
import { webhookRoutes } from './webhooks';
import { announce, devRevDeliveries, verify } from './webhooks/deliver';
import type { Happened } from './webhooks/types';
import { watched } from './webhooks/watch';
import { workRoutes } from './works';

const currentVersion = '2022-10-20';
const betaPaths = /^\/(incidents\.|link-types\.custom\.|schemas\.subtypes\.)/;

const routes: Array<Route<DevRevContext>> = [
	...lookupRoutes,
	...schemaRoutes,
	...timelineRoutes,
	...linkRoutes,
	...workRoutes,
	...webhookRoutes,
	post('/incidents.create', createIncident),
	...read('/incidents.list', listIncidents),
	...read('/incidents.group', groupIncidents),
	...read('/incidents.get', getIncident),
	post('/incidents.update', updateIncident),
	post('/incidents.delete', deleteIncident),
	...read('/auth-tokens.info', emptyBody(tokenInfo)),
	...read(
		'/dev-users.self',
		emptyBody(({ user }) => ({ status: 200, body: { dev_user: user } })),
	),
];

function emptyBody(handle: (context: DevRevContext) => Reply) {
	return (context: DevRevContext, request: SandboxRequest): Reply => {
		readBody(request, object({}));
		return handle(context);
	};
}

function tokenInfo({ store, user }: DevRevContext): Reply {
	const now = Math.floor(store.clock.now() / 1000);
	const year = 365 * 86_400;
	return {
		status: 200,
		body: {
			organization: { id: organizationId, display_id: 'DEV-aLpEnRaD01', slug: 'alpenrad' },
			user: {
				type: user.type,
				id: user.id,
				display_id: user.display_id,
				email: user.email,
				full_name: user.full_name,
			},
			token: { issued_at: now - year, expiry: now + year, issuer: 'sandbox', subject: user.id },
		},
	};
}

/** DevRev's RPC-style API: POST, and GET for what only reads. */
export class DevRevApi implements VendorApi<DevRevStore> {
	readonly vendor = 'devRev';
	readonly usualLimit = { perMinute: 1000, windowMs: 300_000 };
	readonly limitKinds = ['limitSeconds', 'limitDate', 'limitEpoch', 'limitBare'] as const;
	readonly clock = new Clock();
	readonly deliveries = devRevDeliveries();
	store = seedStore(this.clock);
	private readonly route = createRouter<DevRevContext>(routes, {
		notFound: routeNotFound,
		methodNotAllowed: routeNotFound,
	});

	reset(): void {
		this.deliveries.clear();
		this.store = seedStore(this.clock);
	}

	seedMany(count: number): void {
		seedManyIncidents(this.store, count);
	}

	isCreate({ method, path }: SandboxRequest): boolean {
		return method === 'POST' && path === '/incidents.create';
	}

	withMore(reply: Reply): Reply {
		return anotherPage(reply, (turn) => ({
			cursor: `again-${turn}`,
			next_cursor: `again-${turn}`,
		}));
	}

	handle(request: SandboxRequest): Reply {
		const { store } = this;
		// The documents ask for Bearer; DevRev's own client sends the bare token.
		const token = /^(?:Bearer )?(\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
		const user = store.tokens.get(token);
		if (!user) throw refuse(401, 'unauthenticated', 'Authentication failed');
		const version = request.headers['x-devrev-version'];
		if (version !== undefined && version !== currentVersion) {
			throw refuse(400, 'invalid_api_version', 'Unknown API version', { value: version });
		}
		const isBeta = request.headers['x-devrev-scope'] === 'beta';
		if (betaPaths.test(request.path) && !isBeta) return routeNotFound();
		const context = { store, user, isServiceAccount: store.serviceTokens.has(token) };
		const reply = this.tell(watched(store, request, () => this.route(context, request)));
		return { ...reply, body: withShape(reply.body, store.stageShape) };
	}

	/** Sends what a request leaves to be sent: challenges, and what it has done. */
	private tell(reply: Reply): Reply {
		const { store, deliveries } = this;
		const { webhooks } = store;
		for (const one of webhooks.unverified.splice(0)) verify(store, deliveries, one);
		for (const one of webhooks.happened.splice(0)) void announce(store, deliveries, one);
		return reply;
	}

	/**
	 * Tells subscribers of something that no request has done.
	 * @returns when it is on its way: challenges that are under way come first
	 */
	async announce(happened: Happened): Promise<void> {
		await announce(this.store, this.deliveries, happened);
	}

	rateHeaders({ limit, remaining, resetAt }: RateState): Headers {
		return {
			'X-Ratelimit-Limit': String(limit),
			'X-Ratelimit-Remaining': String(remaining),
			'X-Ratelimit-Reset': String(Math.ceil(resetAt / 1000)),
		};
	}

	tooManyRequests({ resetInMs }: RateState): Reply {
		const retry_after = Math.max(1, Math.ceil(resetInMs / 1000));
		const reply = errorReply(429, 'too_many_requests', 'Too many requests', { retry_after });
		return { ...reply, headers: { 'Retry-After': String(retry_after) } };
	}
}
