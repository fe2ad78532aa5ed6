'use strict';

/*
 * What is not as docs/queue.md says, in words; nothing where all is right. Pure.
 */

/**
 * @typedef {object} KilledRow
 * @property {string} label
 * @property {string} guard what holds a second run back; empty: nothing
 * @property {boolean} staysAway the worker, until n8n has noticed
 * @property {number} before created when the worker was killed
 * @property {string} said what n8n calls the execution
 * @property {number} seconds after which
 * @property {number} ranAgain how often a worker took the execution up by itself
 * @property {string} refused why n8n refused "Retry"
 * @property {number} retrySent creates that "Retry" sent
 * @property {string} by the workers of the new run
 * @property {number} created
 * @property {number} lost
 * @property {number} doubled
 * @property {string} status of the new run
 */

/**
 * @typedef {object} AwayRow
 * @property {string} service
 * @property {string} label
 * @property {string} guard what holds a second run back; empty: nothing
 * @property {number} before created when the service went away
 * @property {string} state of the run
 * @property {string} error why it failed; empty when it did not
 * @property {{ created: number, lost: number, doubled: number }} at the end of the run
 * @property {string} then what was done about a run that did not succeed
 * @property {number} created in the end
 * @property {number} lost
 * @property {number} doubled
 * @property {string} status of the last run
 */

/**
 * @typedef {object} LimitRow
 * @property {string} label
 * @property {string[]} by the workers
 * @property {number} created
 * @property {number} lost
 * @property {number} doubled
 * @property {number} requests
 * @property {number} refused
 * @property {number} met how often the limit is met at least
 * @property {number} seconds
 * @property {number} leastSeconds that the limit allows
 * @property {string} status of both runs
 */

/**
 * @typedef {object} DeliveriesRow
 * @property {string} label
 * @property {string} takenBy
 * @property {Array<{ role: string, runs: number }>} shares of the workers
 * @property {number} runs
 * @property {number} failed
 * @property {number} created
 * @property {number} lost
 * @property {number} doubled
 * @property {number} left subscriptions after taking the workflow offline
 * @property {number} lateStatus of a delivery after that
 */

/** Requests that a node has under way at most: so many are refused when the limit is met. */
const MOST_WIDTH = 50;
/** What a process may take for the package. */
const MOST_MIB = 64;

/** @param {string} name @param {Array<[boolean, string]>} facts what has to be so, and what to say if not @returns {string[]} */
const wrong = (name, facts) =>
	facts.filter(([isSo]) => !isSo).map(([, text]) => `${name}: ${text}`);

/** @param {...string} parts */
const named = (...parts) => parts.filter(Boolean).join(', ');

/** @param {KilledRow} row @param {number} items */
function judgeKilled(row, items) {
	const { label, guard, before, said, ranAgain, retrySent, by, lost, doubled, status } = row;
	return wrong(named(label, guard), [
		[before > 0 && before < items, `not killed half-way: ${before} created`],
		[said === 'error' || said === 'crashed', `n8n calls the killed run "${said}"`],
		[ranAgain === 0, `n8n ran it again by itself`],
		[retrySent === 0, `"Retry" sent ${retrySent} creates`],
		[by !== '', 'no worker has run it anew'],
		[status === 'success', `the new run ended as "${status}"`],
		[lost === 0, `${lost} lost`],
		[doubled <= (guard ? 0 : before), `${doubled} doubled`],
	]);
}

/** @param {AwayRow} row */
function judgeAway({ service, label, guard, at, then, lost, doubled, status }) {
	// What a run created cannot be known to the next one where nothing holds that back.
	const most = guard || then === '-' ? 0 : at.created;
	return wrong(named(service, label, guard), [
		[at.doubled === 0, `${at.doubled} doubled by one run`],
		[status === 'success', `the last run ended as "${status}"`],
		[lost === 0, `${lost} lost`],
		[doubled <= most, `${doubled} doubled`],
	]);
}

/** @param {LimitRow} row */
function judgeLimit({ label, by, lost, doubled, refused, met, status }) {
	const most = met * by.length * MOST_WIDTH;
	return wrong(`${label}, ${by.join(' and ')}`, [
		[refused > 0, 'the limit was not met'],
		[refused <= most, `${refused} refused, with at most ${most} under way`],
		[status === 'success', `the runs ended as "${status}"`],
		[lost === 0, `${lost} lost`],
		[doubled === 0, `${doubled} doubled`],
	]);
}

/** @param {DeliveriesRow} row */
function judgeDeliveries(row) {
	const { label, takenBy, shares, runs, failed, lost, doubled, left, lateStatus } = row;
	const ranByWorkers = shares.reduce((sum, share) => sum + share.runs, 0);
	return wrong(label, [
		[takenBy !== 'main', 'the main process took the deliveries'],
		[ranByWorkers === runs, `workers ran ${ranByWorkers} of ${runs}`],
		[failed === 0, `${failed} runs failed`],
		[lost === 0, `${lost} lost`],
		[doubled === 0, `${doubled} doubled`],
		[left === 0, `${left} subscriptions left`],
		[lateStatus === 404, `a late delivery is answered with ${lateStatus}`],
	]);
}

/** @param {{ role: string, rss: number }} row `rss`: bytes more than without the package */
function judgeProcesses({ role, rss }) {
	const more = rss / 1024 / 1024;
	return wrong(role, [[more <= MOST_MIB, `${more.toFixed(0)} MiB more than without the package`]]);
}

module.exports = { judgeAway, judgeDeliveries, judgeKilled, judgeLimit, judgeProcesses };
