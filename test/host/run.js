'use strict';

const { spawn } = require('node:child_process');
const { leash } = require('./leash');

/** @typedef {(line: string) => void} Log */

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment of the command; default: ours, cleaned
 * @property {Log} [log]
 * @property {string} [label] what the user reads; default: the command line
 * @property {() => string} [measure] a cheap look at how far it is, shown with every heartbeat
 * @property {number} [heartbeatSeconds] default 10
 */

const TAIL_LINES = 40;

/**
 * Our environment without what an outer `npm run` puts there: npm would take over the outer
 * project's folder and settings for an installation somewhere else.
 *
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
function cleanEnvironment(extra = {}) {
	/** @type {NodeJS.ProcessEnv} */
	const env = {};
	const unwanted =
		/^(npm_(lifecycle|package|command|execpath|node_execpath)|npm_config_(local_prefix|ignore_scripts|nodedir|omit|dry_run|offline|workspaces?)$|NODE_ENV$|NODE_OPTIONS$|JEST_)/i;
	for (const [name, value] of Object.entries(process.env)) {
		if (!unwanted.test(name)) env[name] = value;
	}
	return { ...env, ...extra };
}

/**
 * Runs a command without a terminal and without input. Says when it starts and ends, gives a sign of
 * life while it works, and shows the end of its output only when it fails.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ output: string, seconds: number }>}
 */
function run(command, args, options = {}) {
	const log = options.log ?? (() => {});
	const label = options.label ?? [command, ...args].join(' ');
	const started = Date.now();
	const elapsed = () => (Date.now() - started) / 1000;
	log(`${label} ...`);

	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd: options.cwd,
			env: options.env ?? cleanEnvironment(),
			stdio: ['ignore', 'pipe', 'pipe'],
			detached: true,
		});
		const release = leash(child.pid);
		/** @type {string[]} */
		const chunks = [];
		child.stdout.on('data', (chunk) => chunks.push(String(chunk)));
		child.stderr.on('data', (chunk) => chunks.push(String(chunk)));

		const heartbeat = setInterval(
			() => {
				const progress = options.measure ? `, ${options.measure()}` : '';
				log(`  ... ${label}: ${Math.round(elapsed())} s${progress}`);
			},
			(options.heartbeatSeconds ?? 10) * 1000,
		);
		const end = () => {
			clearInterval(heartbeat);
			release();
		};

		child.on('error', (error) => {
			end();
			reject(new Error(`${label}: ${command} did not start: ${error.message}`));
		});
		child.on('close', (code, signal) => {
			end();
			const output = chunks.join('');
			if (code === 0) {
				log(`${label}: done in ${elapsed().toFixed(1)} s`);
				resolve({ output, seconds: elapsed() });
				return;
			}
			const tail = output.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
			const how = signal ? `was ended by ${signal}` : `failed with exit code ${code}`;
			reject(
				new Error(`${label} ${how} after ${elapsed().toFixed(1)} s. Its output ends:\n${tail}`),
			);
		});
	});
}

module.exports = { run, cleanEnvironment };
