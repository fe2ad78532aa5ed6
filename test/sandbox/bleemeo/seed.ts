import type { Clock } from '../core/clock';
import { uuidOf, wholeSeconds } from '../core/ids';
import { Timeline } from '../core/timeline';
import { toMap } from '../core/values';
import { addEvent } from './events';
import { seedPoints } from './metricData';
import { issueTokens } from './oauth';
import { seedContainers, seedServices } from './services';
import type { Agent, BleemeoStore, Metric } from './types';

const joined = (...parts: string[]) => parts.join('-');

/** The user of the credential, and the public client that the vendor's own tools use. */
export const bleemeoUser = {
	email: 'n8n@alpenrad.example',
	password: joined('sandbox', 'bleemeo', 'word'),
	clientId: '1fc6de3e-8750-472e-baea-3ba22bb4eb56',
};

/** May read, may not post events. */
export const bleemeoReader = {
	email: 'reader@alpenrad.example',
	password: joined('sandbox', 'bleemeo', 'reader'),
};

const day = 86_400_000;

export function seedStore(clock: Clock): BleemeoStore {
	const now = clock.now();
	const accounts = ['Alpenrad', 'Alpenrad Labs'].map((name) => ({
		id: uuidOf(`account ${name}`),
		name,
	}));
	const [main, labs] = accounts.map(({ id }) => id);
	const agentTypes = ['agent', 'connection_check', 'snmp', 'kubernetes'].map((name) => ({
		id: uuidOf(`agent type ${name}`),
		name,
		display_name: name === 'agent' ? 'Server' : name.replace('_', ' '),
	}));
	const agent = (account: string, type: number, display_name: string, fqdn: string): Agent => ({
		id: uuidOf(`agent ${fqdn}`),
		account,
		agent_type: agentTypes[type].id,
		created_at: wholeSeconds(now - 100 * day),
		display_name,
		fqdn,
		is_cluster_leader: false,
		next_config_at: null,
		tags: [],
	});
	const agents = [
		agent(main, 0, 'web-1', 'web-1.alpenrad.example'),
		agent(main, 0, 'db-1', 'db-1.alpenrad.example'),
		agent(main, 1, 'Shop für Räder', 'shop.alpenrad.example'),
		agent(main, 0, 'old-1', 'old-1.alpenrad.example'),
		agent(labs, 0, 'lab-1', 'lab-1.alpenrad.example'),
	];
	const metric = (owner: Agent, label: string, item = ''): Metric => ({
		id: uuidOf(`metric ${owner.fqdn} ${label} ${item}`),
		account: owner.account,
		agent: owner.id,
		label,
		item,
		labels_text: `__name__="${label}"${item ? `,item="${item}"` : ''}`,
		service: null,
		container: null,
		status_of: null,
		unit: 0,
		unit_text: '%',
		first_seen_at: wholeSeconds(now - 90 * day),
		deactivated_at: null,
		threshold_low_warning: null,
		threshold_low_critical: null,
		threshold_high_warning: 80,
		threshold_high_critical: 90,
		current_status: 0,
		status_descriptions: [],
	});
	const metrics = agents.flatMap((owner) => [
		metric(owner, 'cpu_used'),
		metric(owner, 'mem_used_perc'),
		metric(owner, 'disk_used_perc', '/'),
		metric(owner, 'disk_used_perc', '/var'),
		{ ...metric(owner, 'swap_used_perc'), deactivated_at: wholeSeconds(now - 10 * day) },
	]);
	const store: BleemeoStore = {
		clock,
		users: new Map([
			[
				bleemeoUser.email,
				{ ...bleemeoUser, id: uuidOf('user n8n'), accountIds: [main, labs], isManager: true },
			],
			[
				bleemeoReader.email,
				{ ...bleemeoReader, id: uuidOf('user reader'), accountIds: [main], isManager: false },
			],
		]),
		clients: new Map([[bleemeoUser.clientId, '']]),
		accessTokens: new Map(),
		refreshTokens: new Map(),
		tokenLifetimeSeconds: 3600,
		nextToken: 0,
		accounts: toMap(accounts),
		agentTypes: toMap(agentTypes),
		agents: toMap(agents),
		inactiveAgents: new Set([agents[3].id]),
		metrics: toMap(metrics),
		services: toMap(seedServices(agents, now)),
		containers: toMap(seedContainers(agents, now)),
		points: seedPoints(metrics, now),
		events: new Timeline(({ created_at }) => created_at),
		nextEvent: 1,
		eventQuota: null,
		eventFilters: new Set(['agent', 'metric', 'status', 'thread_id']),
		eventOrder: 'desc',
		webhookUrls: new Set(),
	};
	const [web, database] = agents;
	const thread_id = uuidOf('thread 1');
	const plan: Array<[Agent, number, string, number]> = [
		[web, 1, 'web-1 - cpu_used is WARNING', 3],
		[web, 2, 'web-1 - cpu_used is CRITICAL', 2.9],
		[web, 0, 'web-1 - cpu_used is OK', 2.8],
		[database, 2, 'db-1 - disk_used_perc is CRITICAL', 0.1],
	];
	for (const [owner, status, title, daysAgo] of plan) {
		const happened_at = wholeSeconds(now - daysAgo * day - 60_000);
		addEvent(
			store,
			main,
			{ agent: owner.id, status, title, happened_at, ...(owner === web ? { thread_id } : {}) },
			now - daysAgo * day,
		);
	}
	addEvent(store, labs, { status: 10, title: 'Deployment done' }, now - day);
	return store;
}

/** A valid access token with a day to live. */
export function issueReadyToken(store: BleemeoStore): string {
	return issueTokens(store, bleemeoUser.email, day).accessToken;
}

/** n events of the first account, one a minute, the newest an hour old. */
export function seedManyEvents(store: BleemeoStore, count: number, now = store.clock.now()): void {
	const [account] = store.accounts.keys();
	const agents = [...store.agents.values()].filter((agent) => agent.account === account);
	for (let index = 0; index < count; index += 1) {
		const agent = agents[index % agents.length].id;
		const status = index % 4;
		const at = now - 3_600_000 - (count - index) * 60_000;
		addEvent(store, account, { agent, status, title: `Seeded event ${index + 1}` }, at);
	}
}
