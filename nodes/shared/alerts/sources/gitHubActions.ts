import type { IDataObject } from 'n8n-workflow';

import { asObject } from '../../ground/values';
import type { Alert, AlertSource } from '../alert';
import {
	alertOf,
	fingerprintOf,
	firstText,
	hasKeys,
	labelsOf,
	linesOf,
	linksOf,
	textOrNull,
	timeOrNull,
} from '../reading';

const SAYINGS = new Map<unknown, string>([
	['success', 'succeeded'],
	['failure', 'failed'],
	['timed_out', 'timed out'],
	['startup_failure', 'could not start'],
]);

const HARMLESS = new Map<unknown, string>([
	['action_required', 'a workflow run in GitHub that waits for an approval'],
	['cancelled', 'a cancelled workflow run in GitHub'],
	['neutral', 'a workflow run in GitHub that says neither success nor failure'],
	['skipped', 'a skipped workflow run in GitHub'],
	['stale', 'a workflow run in GitHub that nobody ended'],
]);

/** The webhook event `workflow_run`, and the ping of a new webhook. https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run */
export const gitHubActions: AlertSource = {
	value: 'gitHubActions',
	name: 'GitHub Actions',
	looksFor: "'workflow_run' and 'repository'",
	recognises: (payload) =>
		hasKeys(payload, 'workflow_run', 'repository') || hasKeys(payload, 'zen', 'hook_id', 'hook'),
	read: (payload) => [alertFrom(payload)],
};

function alertFrom(payload: IDataObject): Alert {
	const [run, repository] = [asObject(payload.workflow_run), asObject(payload.repository)];
	const workflow = firstText(run.name, asObject(payload.workflow).name, run.path) ?? 'Workflow';
	const [branch, home] = [textOrNull(run.head_branch), textOrNull(repository.full_name)];
	const from = textOrNull(asObject(run.head_repository).full_name) ?? home;
	const { state, reason } = stateOf(payload, run.conclusion);
	const did = state === 'none' ? null : (SAYINGS.get(run.conclusion) ?? 'did not succeed');
	const what = [workflow, did, branch && `on ${branch}`, home && `of ${home}`];
	return alertOf({
		tool: 'GitHub Actions',
		state,
		...(reason && { reason }),
		title: what.filter(Boolean).join(' '),
		text: linesOf(firstText(run.display_title, asObject(run.head_commit).message)),
		source: home,
		service: textOrNull(repository.name),
		// A fork may have a branch of the same name.
		fingerprint: fingerprintOf('GitHub Actions', home, run.workflow_id ?? workflow, from, branch),
		startedAt: state === 'firing' ? timeOrNull(run.run_started_at ?? run.created_at) : null,
		endedAt: state === 'resolved' ? timeOrNull(run.updated_at) : null,
		links: linksOf(['Run', run.html_url], ['Repository', repository.html_url]),
		labels: labelsOf({
			workflow,
			branch,
			event: run.event,
			actor: asObject(run.actor).login,
			commit: run.head_sha,
			run: run.run_number,
			attempt: run.run_attempt,
			fork: from === home ? null : from,
		}),
	});
}

function stateOf(payload: IDataObject, conclusion: unknown): Pick<Alert, 'state' | 'reason'> {
	if (!hasKeys(payload, 'workflow_run'))
		return { state: 'none', reason: 'the test of a webhook of GitHub' };
	if (payload.action === 'requested' || payload.action === 'in_progress') {
		return { state: 'none', reason: 'a workflow run in GitHub that is not over' };
	}
	const reason = HARMLESS.get(conclusion);
	if (reason) return { state: 'none', reason };
	return { state: conclusion === 'success' ? 'resolved' : 'firing' };
}
