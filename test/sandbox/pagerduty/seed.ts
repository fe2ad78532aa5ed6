import type { Clock } from '../core/clock';
import { hexOf, wholeSeconds } from '../core/ids';
import { Timeline } from '../core/timeline';
import { toMap } from '../core/values';
import { emptyDetails, seedDetails } from './details/seed';
import { seedIdentity } from './identity/seed';
import { openIncident } from './incidents/build';
import { idOf, named } from './named';
import { emptyPlanning, seedPlanning } from './planning/seed';
import { referTo } from './references';
import { seedBusinessServices, seedChanges } from './seedAccount';
import { seedFields, seedWorkflows } from './seedCustom';
import { seedPages } from './statusPages/seed';
import type {
	EscalationPolicy,
	IncidentStatus,
	IncidentType,
	Integration,
	PagerDutyStore,
	Priority,
	Service,
	Team,
	User,
} from './types';

const joined = (...parts: string[]) => parts.join('-');

/** Tokens of the sandbox by kind. */
export const pagerDutyTokens = {
	account: joined('sandbox', 'pagerduty', 'token'),
	readOnlyAccount: joined('sandbox', 'pagerduty', 'readonly'),
	user: joined('sandbox', 'pagerduty', 'user'),
	oauthUser: joined('sandbox', 'pagerduty', 'oauth', 'user'),
	oauthApp: joined('sandbox', 'pagerduty', 'oauth', 'app'),
};

/** The key of the service Checkout for events. */
export const checkoutKey = hexOf('integration Checkout', 32);

export const fromAddress = 'ops-bot@alpenrad.example';

const day = 86_400_000;

export function seedStore(clock: Clock): PagerDutyStore {
	const now = clock.now();
	const [shop, platform] = ['Shop', 'Platform'].map(
		(name): Team => ({ ...named('team', name), description: `Team ${name}` }),
	);
	const user = (name: string, email: string, role: string, teams: Team[]): User => ({
		...named('user', name),
		email,
		role,
		time_zone: 'Europe/Berlin',
		job_title: `On call as ${role}`,
		teams: teams.map(referTo),
	});
	const bot = user('Ops Bot', fromAddress, 'limited_user', []);
	const juergen = user('Jürgen Müßig', 'juergen.muessig@alpenrad.example', 'admin', [shop]);
	const anna = user('Anna Schmidt', 'anna.schmidt@alpenrad.example', 'user', [shop, platform]);
	const priya = user('Priya Natarajan', 'priya@alpenrad.example', 'user', [platform]);

	const policy = (name: string, people: User[], team: Team): EscalationPolicy => ({
		...named('escalation_policy', name),
		description: `Whom ${name} calls`,
		num_loops: 1,
		escalation_rules: people.map((person, index) => ({
			id: idOf('rule', `${name} ${index}`),
			escalation_delay_in_minutes: 30,
			targets: [referTo(person)],
		})),
		services: [],
		teams: [referTo(team)],
	});
	const shopPolicy = policy('Shop On-Call', [juergen, anna], shop);
	const platformPolicy = policy('Platform On-Call', [priya, anna], platform);
	const lastResort = policy('Last Resort', [juergen], platform);

	const integrations: Integration[] = [];
	const service = (name: string, owner: EscalationPolicy, more: Partial<Service> = {}): Service => {
		const integration: Integration = {
			...named('events_api_v2_inbound_integration', `${name} Events`),
			integration_key: hexOf(`integration ${name}`, 32),
		};
		integrations.push(integration);
		const result: Service = {
			...named('service', name),
			description: `What ${name} needs`,
			status: 'active',
			created_at: wholeSeconds(now - 400 * day),
			escalation_policy: referTo(owner),
			teams: owner.teams,
			integrations: [referTo(integration)],
			incident_urgency_rule: { type: 'constant', urgency: 'high' },
			...more,
		};
		owner.services.push(referTo(result));
		return result;
	};
	const lowUrgency = { type: 'constant', urgency: 'low' } as const;
	const services = [
		service('Checkout', shopPolicy),
		service('Product Search', shopPolicy),
		service('Warehouse API', platformPolicy),
		service('Nightly Reports', platformPolicy, { incident_urgency_rule: lowUrgency }),
		service('Old Shop', lastResort, { status: 'disabled' }),
	];
	const store: PagerDutyStore = {
		clock,
		tokens: new Map([
			[pagerDutyTokens.account, { kind: 'account' }],
			[pagerDutyTokens.readOnlyAccount, { kind: 'readOnlyAccount' }],
			[pagerDutyTokens.user, { kind: 'user', userId: anna.id }],
			[pagerDutyTokens.oauthUser, { kind: 'oauthUser', userId: anna.id }],
			[pagerDutyTokens.oauthApp, { kind: 'oauthApp' }],
		]),
		abilities: new Set([
			'teams',
			'urgencies',
			'coordinated_responding',
			'event_intelligence',
			'incident_workflows',
		]),
		hasPriorities: true,
		users: toMap([bot, juergen, anna, priya]),
		teams: toMap([shop, platform]),
		escalationPolicies: toMap([shopPolicy, platformPolicy, lastResort]),
		services: toMap(services),
		integrations: toMap(integrations),
		priorities: toMap(seedPriorities()),
		incidentTypes: toMap(seedTypes(now)),
		incidents: new Timeline(
			({ created_at }) => created_at,
			({ incident_key }) => incident_key,
		),
		customFields: seedFields(now - 100 * day),
		fieldValues: new Map(),
		workflows: toMap(seedWorkflows(now - 100 * day)),
		workflowRuns: [],
		details: emptyDetails(),
		webhooks: new Map(),
		secrets: new Map(),
		nextWebhook: 1,
		webhookCreateStatus: 200,
		happened: [],
		events: { accepted: [], changes: [] },
		identity: seedIdentity(anna.id),
		nextNumber: 1001,
		changeEvents: new Map(),
		businessServices: toMap(seedBusinessServices([shop, platform])),
		impacts: new Map(),
		statusPages: seedPages(now),
		planning: emptyPlanning(),
	};
	store.changeEvents = toMap(seedChanges(services, now));
	seedIncidents(store, services, now);
	seedDetails(store);
	seedPlanning(store);
	return store;
}

function seedPriorities(): Priority[] {
	return ['P1', 'P2', 'P3', 'P4', 'P5'].map((name, index) => ({
		...named('priority', name),
		description: ['Everything stands still', 'Many feel it', 'Some feel it', 'Few', 'Cosmetic'][
			index
		],
	}));
}

function seedTypes(now: number): IncidentType[] {
	const at = new Date(now - 400 * day).toISOString();
	const base = idOf('incident_type', 'incident_default');
	const type = (name: string, display_name: string, enabled = true): IncidentType => ({
		id: idOf('incident_type', name),
		type: 'incident_type',
		name,
		display_name,
		description: null,
		enabled,
		parent: name === 'incident_default' ? null : { id: base, type: 'incident_type_reference' },
		created_at: at,
		updated_at: at,
	});
	return [
		type('incident_default', 'Base Incident'),
		type('major_incident', 'Major Incident'),
		type('security_incident', 'Security Incident'),
		type('retired_incident', 'Retired', false),
	];
}

function seedIncidents(store: PagerDutyStore, services: Service[], now: number): void {
	const [checkout, search, warehouse, reports] = services;
	const plan: Array<[string, Service, IncidentStatus, number]> = [
		['Nightly export took three hours', reports, 'resolved', 150],
		['Stock figures stale', warehouse, 'resolved', 45],
		['Search answers slowly', search, 'resolved', 6],
		['Checkout error rate above 2 %', checkout, 'acknowledged', 0.2],
		['Warehouse queue is growing', warehouse, 'triggered', 0.1],
		['Suche findet „Fahrräder“ nicht', search, 'triggered', 0.05],
	];
	for (const [title, service, status, daysAgo] of plan) {
		openIncident(store, { title, service, status, at: now - daysAgo * day });
	}
}

/** n incidents, one a minute, the newest an hour old: all inside the default month up to 40 000. */
export function seedManyIncidents(
	store: PagerDutyStore,
	count: number,
	now = store.clock.now(),
): void {
	const services = [...store.services.values()].filter((service) => service.status === 'active');
	const statuses: IncidentStatus[] = ['triggered', 'acknowledged', 'resolved'];
	for (let index = 0; index < count; index += 1) {
		openIncident(store, {
			title: `Seeded incident ${index + 1}`,
			service: services[index % services.length],
			status: statuses[index % statuses.length],
			at: now - 3_600_000 - (count - index) * 60_000,
		});
	}
}
