'use strict';

const fs = require('node:fs');
const { until } = require('../rest-session');

/** @typedef {import('../queue-host').Member} Member */
/** @typedef {import('../queue-host').QueueHost} QueueHost */

/** How often a worker has begun with an execution, by its log. @param {Member} member @param {string} executionId */
const timesBegun = ({ n8n }, executionId) =>
	fs.readFileSync(n8n.logFile, 'utf8').split(`Worker started execution ${executionId} (job`)
		.length - 1;

/** The workers that have run an execution. @param {QueueHost} host @param {string} executionId */
function whoRan({ workers }, executionId) {
	return workers.filter((worker) => timesBegun(worker, executionId));
}

/** How often an execution was run, by whichever worker. @param {QueueHost} host @param {string} executionId */
function timesRun({ workers }, executionId) {
	return workers.reduce((sum, worker) => sum + timesBegun(worker, executionId), 0);
}

/** The worker that runs it, once one has begun. @param {QueueHost} host @param {string} executionId @returns {Promise<Member>} */
async function whoRuns(host, executionId) {
	return await until(
		`a worker begins with execution ${executionId}`,
		async () => whoRan(host, executionId)[0],
	);
}

module.exports = { timesRun, whoRan, whoRuns };
