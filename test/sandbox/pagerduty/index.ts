import { Clock } from '../core/clock';
import { createRouter, get, post } from '../core/router';
import type { Headers, RateState, Reply, SandboxRequest, VendorApi } from '../core/types';
import { anotherPage } from '../core/values';
import { alertRoutes } from './alerts';
import { analyticsRoutes } from './analytics';
import { authenticate, checkVersion, requireActor } from './auth';
import type { PagerDutyContext } from './auth';
import { changeEventRoutes } from './changeEvents';
import { configurationRoutes } from './configuration';
import { errorReply } from './errors';
import { eventRoutes, tooManyEvents } from './events';
import { identityRoutes } from './identity';
import { requireScope } from './identity/scopes';
import { actionRoutes } from './incidents/actions';
import { createIncident } from './incidents/create';
import { customFieldRoutes } from './incidents/customFields';
import { impactRoutes } from './incidents/impacts';
import { getIncident, listIncidents } from './incidents/list';
import { relatedRoutes } from './incidents/related';
import { updateRoutes } from './incidents/update';
import { workflowRoutes } from './incidents/workflows';
import { logEntryRoutes } from './logEntries';
import { lookupRoutes } from './lookups';
import { noteRoutes } from './notes';
import { onCallRoutes } from './onCalls';
import { overrideRoutes } from './planning/overrides';
import { scheduleRoutes } from './planning/schedules';
import { userRoutes } from './planning/users';
import { windowRoutes } from './planning/windows';
import { responderRoutes } from './responders';
import { serviceRoutes } from './services';
import { pagerDutyTokens, seedManyIncidents, seedStore } from './seed';
import { statusPageRoutes } from './statusPages';
import { statusUpdateRoutes } from './statusUpdates';
import type { PagerDutyStore } from './types';
import { announce, pagerDutyDeliveries, webhookRoutes } from './webhooks';
import type { Happened } from './webhooks';

const isEvent = ({ path }: SandboxRequest) => path.startsWith('/v2/');
const isIdentity = ({ path }: SandboxRequest) => path.startsWith('/oauth/');

/** PagerDuty's REST API v2, its Events API v2 and its identity service: their paths do not collide. */
export class PagerDutyApi implements VendorApi<PagerDutyStore> {
	readonly vendor = 'pagerDuty';
	/** The keys that the seed knows, by kind. */
	readonly tokens = pagerDutyTokens;
	readonly usualLimit = { perMinute: 960, windowMs: 60_000 };
	readonly limitKinds = ['limitSeconds', 'limitDate', 'limitReset', 'limitBare'] as const;
	readonly clock = new Clock();
	readonly deliveries = pagerDutyDeliveries();
	store = seedStore(this.clock);
	private readonly route = createRouter<PagerDutyContext>(
		[
			...lookupRoutes,
			get('/incidents', ({ store }, request) => listIncidents(store, request)),
			post('/incidents', (context, request) =>
				createIncident(context.store, requireActor(context, request), request),
			),
			get('/incidents/{id}', ({ store }, request, { id }) => getIncident(store, id, request)),
			...updateRoutes,
			...actionRoutes,
			...relatedRoutes,
			...customFieldRoutes,
			...workflowRoutes,
			...noteRoutes,
			...alertRoutes,
			...responderRoutes,
			...statusUpdateRoutes,
			...logEntryRoutes,
			...onCallRoutes,
			...webhookRoutes,
			...serviceRoutes,
			...configurationRoutes,
			...changeEventRoutes,
			...impactRoutes,
			...statusPageRoutes,
			...analyticsRoutes,
			...windowRoutes,
			...scheduleRoutes,
			...overrideRoutes,
			...userRoutes,
		],
		{
			notFound: () => errorReply(404, 2100, 'Not Found'),
			methodNotAllowed: () => errorReply(405, 2001, 'Method Not Allowed'),
		},
	);

	private readonly openRoute = createRouter<{ store: PagerDutyStore }>(
		[...eventRoutes, ...identityRoutes],
		{
			notFound: () => errorReply(404, 2100, 'Not Found'),
			methodNotAllowed: () => errorReply(405, 2001, 'Method Not Allowed'),
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
		return method === 'POST' && path === '/incidents';
	}

	/** `offset` comes back as it was asked for, which some lists are known by. */
	withMore(reply: Reply, { query }: SandboxRequest): Reply {
		return anotherPage(reply, () => ({ more: true, offset: Number(query.offset ?? 0) }));
	}

	handle(request: SandboxRequest): Reply {
		const { store } = this;
		if (isEvent(request) || isIdentity(request)) {
			return this.tell(this.openRoute({ store }, request));
		}
		const caller = authenticate(store, request);
		checkVersion(request);
		requireScope(caller.token, request);
		return this.tell(this.route({ store, caller }, request));
	}

	/** Tells subscribers what a request has done. */
	private tell(reply: Reply): Reply {
		const { store, deliveries } = this;
		for (const one of store.happened.splice(0)) announce(store, deliveries, one);
		return reply;
	}

	/** Tells subscribers of something that no request has done. */
	announce(happened: Happened): void {
		announce(this.store, this.deliveries, happened);
	}

	unlimited(request: SandboxRequest): boolean {
		return isIdentity(request);
	}

	/** The Events API names none. */
	rateHeaders({ limit, remaining, resetInMs }: RateState, request: SandboxRequest): Headers {
		if (isEvent(request)) return {};
		return {
			'ratelimit-limit': String(limit),
			'ratelimit-remaining': String(remaining),
			'ratelimit-reset': String(Math.ceil(resetInMs / 1000)),
		};
	}

	tooManyRequests(_state: RateState, request: SandboxRequest): Reply {
		if (isEvent(request)) return tooManyEvents();
		return errorReply(429, 2020, 'Rate Limit Exceeded');
	}
}
