'use strict';

const fs = require('node:fs');
const { until } = require('../rest-session');

/** @typedef {import('../queue-host').Member} Member */
/** @typedef {import('../queue-host').QueueHost} QueueHost */

/** @param {Member} member @param {string} executionId */
const hasRun = ({ n8n }, executionId) =>
	fs.readFileSync(n8n.logFile, 'utf8').includes(`Worker started execution ${executionId} (job`);

/** The workers that have run an execution, by their logs. @param {QueueHost} host @param {string} executionId */
function whoRan({ workers }, executionId) {
	return workers.filter((worker) => hasRun(worker, executionId));
}

/** The worker that runs it, once one has begun. @param {QueueHost} host @param {string} executionId @returns {Promise<Member>} */
async function whoRuns(host, executionId) {
	return await until(
		`a worker begins with execution ${executionId}`,
		async () => whoRan(host, executionId)[0],
	);
}

module.exports = { whoRan, whoRuns };
