import { Clock } from '../core/clock';
import { createRouter, get } from '../core/router';
import type { Headers, RateState, Reply, SandboxRequest, VendorApi } from '../core/types';
import { anotherPage } from '../core/values';
import { errorReply, refuse } from './errors';
import { incidentRoutes } from './incidents';
import { lookupRoutes } from './lookups';
import { maintenanceWindowRoutes } from './maintenanceWindows';
import { monitorRoutes } from './monitors';
import { overviewRoutes } from './overview';
import { seedManyIncidents, seedStore } from './seed';
import { serviceRoutes } from './services';
import { statusPageRoutes } from './statusPages';
import type { DevHelmStore } from './types';
import { announce, devHelmDeliveries, webhookRoutes } from './webhooks';
import type { Happened } from './webhooks';

/** DevHelm's monitoring API, version 1. */
export class DevHelmApi implements VendorApi<DevHelmStore> {
	readonly vendor = 'devHelm';
	readonly usualLimit = { perMinute: 1000, windowMs: 60_000 };
	readonly limitKinds = ['limitSeconds', 'limitDate', 'limitEpoch', 'limitBare'] as const;
	readonly clock = new Clock();
	readonly deliveries = devHelmDeliveries();
	store = seedStore(this.clock);
	private readonly route = createRouter<DevHelmStore>(
		[
			...incidentRoutes,
			...statusPageRoutes,
			...lookupRoutes,
			...maintenanceWindowRoutes,
			...monitorRoutes,
			...webhookRoutes,
			...serviceRoutes,
			...overviewRoutes,
			get('/api/v1/auth/me', (store) => this.whoAmI(store)),
		],
		{
			notFound: () => errorReply(404, 'No such path'),
			methodNotAllowed: () => errorReply(405, 'Method not allowed'),
		},
	);

	reset(): void {
		this.deliveries.clear();
		this.store = seedStore(this.clock);
	}

	seedMany(count: number): void {
		seedManyIncidents(this.store, count);
	}

	isCreate({ method, path }: SandboxRequest): boolean {
		return method === 'POST' && path === '/api/v1/incidents';
	}

	withMore(reply: Reply): Reply {
		return anotherPage(reply, (turn) => ({
			hasNext: true,
			hasMore: true,
			nextCursor: `again-${turn}`,
		}));
	}

	handle(request: SandboxRequest): Reply {
		const { store } = this;
		const apiKey = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
		const known = store.keys.get(apiKey);
		if (!known || known.isRevoked) throw refuse(401, 'The API key is missing or not valid');
		const organization = request.headers['x-phelm-org-id'];
		if (organization !== undefined && organization !== String(store.organization.id)) {
			throw refuse(403, 'The API key gives no access to this organization');
		}
		const workspace = request.headers['x-phelm-workspace-id'];
		if (workspace !== undefined && !store.workspaces.has(Number(workspace))) {
			throw refuse(403, 'The API key gives no access to this workspace');
		}
		const reply = this.route(store, request);
		for (const one of store.happened.splice(0)) announce(store, this.deliveries, one);
		return reply;
	}

	/** Tells subscribers of something that no request has done. */
	announce(happened: Happened): void {
		announce(this.store, this.deliveries, happened);
	}

	rateHeaders({ limit, remaining, resetAt }: RateState): Headers {
		return {
			'X-RateLimit-Limit': String(limit),
			'X-RateLimit-Remaining': String(remaining),
			'X-RateLimit-Reset': String(Math.ceil(resetAt / 1000)),
		};
	}

	tooManyRequests({ resetInMs }: RateState): Reply {
		const reply = errorReply(429, 'Too many requests');
		const wait = String(Math.max(1, Math.ceil(resetInMs / 1000)));
		return { ...reply, headers: { ...reply.headers, 'Retry-After': wait } };
	}

	private whoAmI({ organization, keys, clock }: DevHelmStore): Reply {
		const [apiKey] = keys.values();
		const { id, name } = apiKey;
		const { perMinute: requestsPerMinute, windowMs } = this.usualLimit;
		return {
			status: 200,
			body: {
				data: {
					key: { id, name, createdAt: new Date(clock.now() - 86_400_000).toISOString() },
					organization,
					plan: { tier: 'STARTER', trialActive: false, entitlements: {}, usage: {} },
					rateLimits: { requestsPerMinute, remaining: requestsPerMinute - 1, windowMs },
				},
			},
		};
	}
}
