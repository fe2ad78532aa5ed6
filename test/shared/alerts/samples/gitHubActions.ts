import type { Alert } from '../../../../nodes/shared/alerts/alert';
import type { Sample } from '../sample';

const repository = {
	id: 610032,
	name: 'checkout',
	full_name: 'shop-example/checkout',
	html_url: 'https://github.com/shop-example/checkout',
};

const run = {
	id: 9120337711,
	name: 'Deploy',
	path: '.github/workflows/deploy.yml',
	display_title: 'Shorter timeouts towards the bank',
	head_branch: 'main',
	head_sha: '6f1d3c2e4a77c2a0f6e058f19b0a11ee0c5d2b90',
	head_commit: { message: 'Shorter timeouts towards the bank\n\nAs agreed.' },
	head_repository: { full_name: 'shop-example/checkout' },
	event: 'push',
	status: 'completed',
	conclusion: 'failure',
	workflow_id: 81236611,
	run_number: 812,
	run_attempt: 1,
	html_url: 'https://github.com/shop-example/checkout/actions/runs/9120337711',
	created_at: '2026-03-02T02:35:00Z',
	run_started_at: '2026-03-02T02:35:04Z',
	updated_at: '2026-03-02T02:41:07Z',
	actor: { login: 'mira-holt' },
};

const event = (changes: object, action = 'completed') => ({
	action,
	workflow_run: { ...run, ...changes },
	workflow: { id: 81236611, name: 'Deploy', path: '.github/workflows/deploy.yml' },
	repository,
	sender: { login: 'mira-holt' },
});

const read: Alert = {
	tool: 'GitHub Actions',
	state: 'firing',
	title: 'Deploy failed on main of shop-example/checkout',
	text: 'Shorter timeouts towards the bank',
	severity: null,
	toolSeverity: null,
	source: 'shop-example/checkout',
	service: 'checkout',
	fingerprint: '8dc048dc58eeac8ec0b4b9b8bc0c3935',
	startedAt: '2026-03-02T02:35:04Z',
	endedAt: null,
	links: [
		{ text: 'Run', href: 'https://github.com/shop-example/checkout/actions/runs/9120337711' },
		{ text: 'Repository', href: 'https://github.com/shop-example/checkout' },
	],
	labels: {
		workflow: 'Deploy',
		branch: 'main',
		event: 'push',
		actor: 'mira-holt',
		commit: '6f1d3c2e4a77c2a0f6e058f19b0a11ee0c5d2b90',
		run: '812',
		attempt: '1',
	},
};

const none = (conclusion: string, reason: string): Sample => ({
	name: `odd: ${conclusion}`,
	payload: event({ conclusion }),
	alerts: [
		{
			...read,
			state: 'none',
			reason,
			title: 'Deploy on main of shop-example/checkout',
			startedAt: null,
		},
	],
});

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run */
export const samples: Sample[] = [
	{ name: 'firing', payload: event({}), alerts: [read] },
	{
		name: 'resolved',
		payload: event({
			id: 9120399000,
			conclusion: 'success',
			run_number: 813,
			updated_at: '2026-03-02T03:05:22Z',
		}),
		alerts: [
			{
				...read,
				state: 'resolved',
				title: 'Deploy succeeded on main of shop-example/checkout',
				startedAt: null,
				endedAt: '2026-03-02T03:05:22Z',
				labels: { ...read.labels, run: '813' },
			},
		],
	},
	{
		name: 'odd: timed out',
		payload: event({ conclusion: 'timed_out' }),
		alerts: [{ ...read, title: 'Deploy timed out on main of shop-example/checkout' }],
	},
	{
		name: 'odd: a workflow file with a mistake',
		payload: event({ conclusion: 'startup_failure' }),
		alerts: [{ ...read, title: 'Deploy could not start on main of shop-example/checkout' }],
	},
	none('cancelled', 'a cancelled workflow run in GitHub'),
	none('skipped', 'a skipped workflow run in GitHub'),
	none('neutral', 'a workflow run in GitHub that says neither success nor failure'),
	none('stale', 'a workflow run in GitHub that nobody ended'),
	none('action_required', 'a workflow run in GitHub that waits for an approval'),
	{
		name: 'odd: a run begins',
		payload: event({ status: 'in_progress', conclusion: null }, 'in_progress'),
		alerts: [
			{
				...read,
				state: 'none',
				reason: 'a workflow run in GitHub that is not over',
				title: 'Deploy on main of shop-example/checkout',
				startedAt: null,
			},
		],
	},
	{
		name: 'odd: a conclusion that GitHub did not have yet',
		payload: event({ conclusion: 'exploded' }),
		alerts: [{ ...read, title: 'Deploy did not succeed on main of shop-example/checkout' }],
	},
	{
		name: "odd: a fork's branch of the same name",
		payload: event({
			event: 'pull_request',
			head_repository: { full_name: 'a-stranger/checkout' },
		}),
		alerts: [
			{
				...read,
				fingerprint: 'f57c8d66522168044dc8e07c5bd49c6c',
				labels: { ...read.labels, event: 'pull_request', fork: 'a-stranger/checkout' },
			},
		],
	},
	{
		name: 'odd: a new webhook is tried',
		payload: {
			zen: 'Keep it logically awesome.',
			hook_id: 512,
			hook: { type: 'Repository', events: ['workflow_run'] },
			repository,
		},
		alerts: [
			{
				...read,
				state: 'none',
				reason: 'the test of a webhook of GitHub',
				title: 'Workflow of shop-example/checkout',
				text: null,
				fingerprint: '26e46d8db4a80edbdbde1313835f58c3',
				startedAt: null,
				links: read.links.slice(1),
				labels: { workflow: 'Workflow' },
			},
		],
	},
];
