import { Clock } from '../../sandbox/core/clock';
import { createRouter, get, post } from '../../sandbox/core/router';
import type { RateState, Reply, SandboxRequest, Vendor, VendorApi } from '../../sandbox/core/types';

export interface MadeUpIncident {
	id: string;
	title: string;
	status: 'open' | 'seen' | 'over';
}

const seeded = () =>
	new Map<string, MadeUpIncident>(
		(['open', 'seen', 'over'] as const).map((status, index) => {
			const id = `I${index + 1}`;
			return [id, { id, title: `Incident ${id}`, status }];
		}),
	);

const said = (status: number, message: string): Reply => ({ status, body: { message } });

/** The smallest API that has incidents, and something that is done below one. */
export class MadeUpApi implements VendorApi<Map<string, MadeUpIncident>> {
	readonly vendor = 'madeUp' as Vendor;
	readonly usualLimit = { perMinute: 1000, windowMs: 60_000 };
	readonly limitKinds = ['limitSeconds'] as const;
	readonly clock = new Clock();
	store = seeded();
	private readonly route = createRouter<Map<string, MadeUpIncident>>(
		[
			get('/incidents/{id}', (store, _, { id }) => {
				const incident = store.get(id);
				return incident ? { status: 200, body: { incident } } : said(404, 'No such incident');
			}),
			post('/incidents/{id}/updates', (store, { content }, { id }) =>
				store.has(id) && content.kind === 'json'
					? { status: 200, body: { update: content.value } }
					: said(404, 'No such incident'),
			),
		],
		{
			notFound: () => said(404, 'No such path'),
			methodNotAllowed: () => said(405, 'Not allowed'),
		},
	);

	reset(): void {
		this.store = seeded();
	}

	seedMany(): void {}

	isCreate({ method }: SandboxRequest): boolean {
		return method === 'POST';
	}

	withMore(reply: Reply): Reply {
		return reply;
	}

	handle(request: SandboxRequest): Reply {
		return this.route(this.store, request);
	}

	rateHeaders(): Record<string, string> {
		return {};
	}

	tooManyRequests({ resetInMs }: RateState): Reply {
		const wait = String(Math.ceil(resetInMs / 1000));
		return { ...said(429, 'Too many'), headers: { 'Retry-After': wait } };
	}
}
