'use strict';

const fs = require('node:fs');
const { spawn } = require('node:child_process');
const { killGroup, leash } = require('./leash');

const START_DEADLINE_MS = 120_000;
const STOP_DEADLINE_MS = 20_000;

/** @param {number} ms @returns {Promise<void>} */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {string} file @param {number} [lines] @returns {string} */
function tailOf(file, lines = 40) {
	try {
		return fs.readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
	} catch {
		return '(no log)';
	}
}

/**
 * One n8n process: start it, wait until it answers, end it. Can be started again after its end.
 */
class N8nProcess {
	/**
	 * @param {object} options
	 * @param {import('./install').HostPaths} options.paths
	 * @param {NodeJS.ProcessEnv} options.env
	 * @param {string} options.baseUrl
	 * @param {string} options.logFile
	 * @param {string} [options.temporaryFolder] removed when our own process dies
	 * @param {string[]} [options.command] of n8n; default: the one process that does everything
	 */
	constructor({ paths, env, baseUrl, logFile, temporaryFolder, command = ['start'] }) {
		this.paths = paths;
		this.env = env;
		this.baseUrl = baseUrl;
		this.logFile = logFile;
		this.temporaryFolder = temporaryFolder;
		this.command = command;
		/** @type {import('node:child_process').ChildProcess | undefined} */
		this.child = undefined;
		/** @type {Promise<void>} */
		this.ended = Promise.resolve();
		this.how = '';
	}

	/** The process number; 0 when it is not running. */
	get pid() {
		return this.child?.pid ?? 0;
	}

	/** Starts n8n and waits until it is ready. @returns {Promise<void>} */
	async start() {
		if (this.child) throw new Error('n8n is running already');
		const log = fs.openSync(this.logFile, 'a');
		// an own process group, so that its task runner can be ended with it
		const child = spawn(this.paths.node, [this.paths.n8nBin, ...this.command], {
			env: this.env,
			cwd: this.env.N8N_USER_FOLDER,
			stdio: ['ignore', log, log],
			detached: true,
		});
		fs.closeSync(log);
		this.child = child;
		const release = leash(child.pid, this.temporaryFolder);
		this.ended = new Promise((resolve) => {
			const gone = (/** @type {string} */ how) => {
				this.how = how;
				killGroup(child.pid, 'SIGKILL');
				if (this.child === child) this.child = undefined;
				release();
				resolve();
			};
			child.once('error', (error) => gone(error.message));
			child.once('exit', (code, signal) => gone(signal ?? `exit code ${code}`));
		});
		await this.untilReady();
		// a test that forgets to stop it must not keep its runner waiting: the leash ends it
		child.unref();
	}

	async untilReady() {
		const deadline = Date.now() + START_DEADLINE_MS;
		for (;;) {
			if (!this.child) {
				throw new Error(
					`n8n ended before it was ready (${this.how}). Its log ends:\n${tailOf(this.logFile)}`,
				);
			}
			try {
				const answer = await fetch(`${this.baseUrl}/healthz/readiness`, {
					signal: AbortSignal.timeout(5000),
				});
				await answer.arrayBuffer();
				if (answer.status === 200) return;
			} catch {
				// not listening yet
			}
			if (Date.now() > deadline) {
				await this.kill();
				throw new Error(
					`n8n was not ready after ${START_DEADLINE_MS / 1000} s. Its log ends:\n${tailOf(this.logFile)}`,
				);
			}
			await pause(100);
		}
	}

	/** Asks n8n to end and waits until it is gone; forces it after 20 s. @returns {Promise<void>} */
	async stop() {
		const child = this.child;
		if (!child) return await this.ended;
		child.ref();
		child.kill('SIGTERM');
		const force = setTimeout(() => killGroup(child.pid, 'SIGKILL'), STOP_DEADLINE_MS);
		await this.ended;
		clearTimeout(force);
	}

	/** Ends n8n the hard way, as a crash would. @returns {Promise<void>} */
	async kill() {
		this.child?.ref();
		killGroup(this.child?.pid, 'SIGKILL');
		await this.ended;
	}
}

module.exports = { N8nProcess, tailOf };
