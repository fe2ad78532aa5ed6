import type { Clock } from '../core/clock';
import { Timeline } from '../core/timeline';
import { toMap } from '../core/values';
import { fileIncident } from './incidents/build';
import { don } from './ids';
import { seedLinking } from './links/seed';
import { securityFields, stockComposites, stockFields, tenantFields } from './schema';
import { seedTimelines } from './timeline/types';
import { seedWebhooks } from './webhooks/types';
import type {
	Account,
	DevRevStore,
	DevUser,
	Diagram,
	DiagramStage,
	Part,
	Stage,
	State,
} from './types';
import { fileWorks } from './works/build';
import { sprintPlan, workSubtypeFields, workSubtypes } from './works/schema';

const joined = (...parts: string[]) => parts.join('-');

export const devRevToken = joined('sandbox', 'devrev', 'token');
/** A service account, which may set `source`. */
export const devRevServiceToken = joined('sandbox', 'devrev', 'service');

const day = 86_400_000;

export function seedStore(clock: Clock): DevRevStore {
	const now = clock.now();
	const user = (number: number, name: string, email: string, state = 'active'): DevUser => ({
		id: don('devu', number),
		display_id: `DEVU-${number}`,
		type: 'dev_user',
		display_name: name.split(' ')[0].toLowerCase(),
		full_name: name,
		email: `${email}@alpenrad.example`,
		state,
	});
	const bot = user(1, 'Ops Bot', 'ops-bot');
	const juergen = user(2, 'Jürgen Müßig', 'juergen.muessig');
	const anna = user(3, 'Anna Schmidt', 'anna.schmidt');
	const gone = user(4, 'Paul Former', 'paul', 'deactivated');
	const part = (number: number, type: Part['type'], prefix: string, name: string): Part => ({
		id: don(type, number),
		display_id: `${prefix}-${number}`,
		type,
		name,
		owned_by: [anna],
	});
	const account = (number: number, display_name: string, domain: string): Account => ({
		id: don('account', number),
		display_id: `ACC-${number}`,
		display_name,
		domains: [domain],
		owned_by: [juergen],
	});
	const accounts = [
		account(1, 'Velo Zürich AG', 'velo-zuerich.example'),
		account(2, 'Bike Town', 'biketown.example'),
	];
	const stages = seedStages();
	const store: DevRevStore = {
		clock,
		tokens: new Map([
			[devRevToken, bot],
			[devRevServiceToken, bot],
		]),
		serviceTokens: new Set([devRevServiceToken]),
		devUsers: toMap([bot, juergen, anna, gone]),
		parts: toMap([
			part(1, 'product', 'PROD', 'Shop'),
			part(2, 'capability', 'CAPL', 'Checkout'),
			part(3, 'feature', 'FEAT', 'Gift cards'),
			part(4, 'enhancement', 'ENH', 'Faster search'),
		]),
		tags: toMap(
			[
				{ name: 'security', allowed_values: [] },
				{ name: 'payments', allowed_values: [] },
				{ name: 'region', allowed_values: ['eu', 'us', 'asia'] },
			].map((tag, index) => ({
				id: don('tag', index + 1),
				display_id: `TAG-${index + 1}`,
				description: `About ${tag.name}`,
				...tag,
			})),
		),
		accounts: toMap(accounts),
		revOrgs: toMap(
			accounts.map((owner, index) => ({
				id: don('revo', `r${index + 1}`),
				display_id: `REV-${index + 1}`,
				display_name: `${owner.display_name} workspace`,
				account: owner,
			})),
		),
		articles: toMap(
			['Checkout runbook', 'Search runbook', 'Review of March outage'].map((title, index) => ({
				id: don('article', index + 1),
				display_id: `ARTICLE-${index + 1}`,
				title,
				article_type: 'article' as const,
				owned_by: [anna],
			})),
		),
		groups: toMap(
			['On-call', 'Support'].map((name, index) => ({
				id: don('group', index + 1),
				display_id: `GROUP-${index + 1}`,
				name,
				is_default: index === 0,
				member_type: 'dev_user',
			})),
		),
		artifacts: toMap([
			{
				id: don('artifact', 1),
				display_id: 'ARTIFACT-1',
				file: { name: 'graph.png', size: 2048, type: 'image/png' },
			},
		]),
		stages: toMap(stages),
		diagram: seedDiagram(stages, 'incident', incidentStageNames, 1),
		workDiagrams: {
			issue: seedDiagram(stages, 'issue', ['triage', 'in_development', 'resolved'], 2),
			ticket: seedDiagram(
				stages,
				'ticket',
				['triage', 'awaiting_customer_response', 'resolved'],
				3,
			),
		},
		sprints: sprintPlan,
		stockFields,
		stockComposites,
		tenantFields,
		subtypes: [
			{
				value: 'security',
				display_name: 'Security',
				leaf_type: 'incident',
				fragment_id: don('custom_type_fragment', 7),
			},
			...workSubtypes,
		],
		subtypeFields: new Map([['security', securityFields], ...workSubtypeFields]),
		incidents: new Timeline(({ created_date }) => created_date),
		stageShape: 'in full',
		unshown: new Map(),
		unshownOfWorks: new Map(),
		timelines: seedTimelines(),
		linking: seedLinking(anna),
		webhooks: seedWebhooks(),
		nextNumber: 1,
	};
	const plan: Array<[string, string, number, number]> = [
		['Checkout answers 502', 'resolved', 1, 40],
		['Search is slow', 'mitigated', 3, 2],
		['Zahlung schlägt fehl', 'acknowledged', 2, 0.3],
		['Stock figures stale', 'triage', 4, 0.1],
	];
	for (const [title, stage, severity, daysAgo] of plan) {
		fileIncident(store, juergen, { title, stage, severity, at: now - daysAgo * day });
	}
	fileWorks(store, anna);
	return store;
}

/** n incidents, one a minute, the newest an hour old. */
export function seedManyIncidents(
	store: DevRevStore,
	count: number,
	now = store.clock.now(),
): void {
	const [user] = store.devUsers.values();
	const stages = ['triage', 'acknowledged', 'resolved'];
	for (let index = 0; index < count; index += 1) {
		fileIncident(store, user, {
			title: `Seeded incident ${index + 1}`,
			stage: stages[index % stages.length],
			severity: (index % 4) + 1,
			at: now - 3_600_000 - (count - index) * 60_000,
		});
	}
}

const stagePlan: Array<[string, string]> = [
	['triage', 'open'],
	['acknowledged', 'in_progress'],
	['fixing', 'in_progress'],
	['mitigated', 'in_progress'],
	['resolved', 'closed'],
	['canceled', 'closed'],
	['duplicate', 'closed'],
	// Stages of other object types, which the look-up of all stages also names.
	['in_development', 'in_progress'],
	['awaiting_customer_response', 'in_progress'],
];

export const incidentStageNames = stagePlan.slice(0, 7).map(([name]) => name);

function seedStages(): Stage[] {
	const states = ['open', 'in_progress', 'closed'].map(
		(name, index): State => ({
			id: don('custom_state', index + 1),
			name,
			ordinal: index + 1,
			is_final: name === 'closed',
		}),
	);
	return stagePlan.map(([name, stateName], index) => ({
		id: don('custom_stage', index + 1),
		display_id: `STAGE-${index + 1}`,
		name,
		ordinal: index + 1,
		state: states.find((state) => state.name === stateName) ?? states[0],
	}));
}

/** From each stage to every later one; out of a closed one nowhere. */
function seedDiagram(all: Stage[], leaf_type: string, names: string[], number: number): Diagram {
	const stages = names.flatMap((name) => all.find((stage) => stage.name === name) ?? []);
	const short = ({ id, name }: Stage) => ({ id, name });
	return {
		id: don('stage_diagram', number),
		name: `${leaf_type[0].toUpperCase()}${leaf_type.slice(1)} stages`,
		leaf_type,
		is_default: true,
		stages: stages.map(
			(stage, index): DiagramStage => ({
				stage: short(stage),
				is_start: index === 0,
				is_deprecated: false,
				transitions: stage.state.is_final
					? []
					: stages.slice(index + 1).map((target) => ({ target_stage: short(target) })),
			}),
		),
	};
}
