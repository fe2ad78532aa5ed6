'use strict';

const path = require('node:path');
const { fork } = require('node:child_process');
const { cleanEnvironment } = require('../host/run');

/** @typedef {import('./axios-child').Answer} Answer */

/** A bare axios loop in its own process, the least that any node can cost. */
class AxiosFloor {
	/** @param {{ node: string, sandbox: import('../sandbox/index').Sandbox, serviceId: string }} options `node`: the Node that n8n runs on */
	constructor({ node, sandbox, serviceId }) {
		const { apiToken, from, baseUrl } = sandbox.credentials.pagerDutyIncidentsApi;
		const headers = { Authorization: `Token token=${apiToken}`, From: String(from) };
		this.common = { baseUrl: String(baseUrl), headers, serviceId };
		this.child = fork(path.join(__dirname, 'axios-child.js'), [], {
			execPath: node,
			execArgv: [],
			env: cleanEnvironment(),
		});
	}

	get pid() {
		return this.child.pid ?? 0;
	}

	/** @param {object} job @returns {Promise<Answer>} */
	async ask(job) {
		return await new Promise((resolve, reject) => {
			const gone = (/** @type {number | null} */ code) =>
				reject(new Error(`the axios loop ended with exit code ${code}`));
			this.child.once('exit', gone);
			this.child.once('message', (answer) => {
				this.child.off('exit', gone);
				resolve(/** @type {Answer} */ (answer));
			});
			this.child.send({ ...this.common, ...job });
		});
	}

	/** @param {number} items @param {number} atOnce */
	async create(items, atOnce) {
		return await this.ask({ kind: 'create', items, atOnce });
	}

	/** Reads all incidents, a hundred at a time. */
	async list() {
		return await this.ask({ kind: 'list' });
	}

	async stop() {
		if (this.child.exitCode !== null) return;
		const ended = new Promise((resolve) => this.child.once('exit', resolve));
		this.child.kill();
		await ended;
	}
}

module.exports = { AxiosFloor };
