'use strict';

/*
 * npm run storm:triggers [-- --only=SINGLE,RESTART,QUEUE,WORKERS --deliveries=500 --parallel=10
 *     --copies=3 --trigger=pagerDutyIncidentsTrigger --write]
 *
 * Sends each of 500 signed deliveries three times at the same moment and once more later into a real n8n,
 * and counts the runs that go past the trigger: 500, none lost. A run without arguments, or with --write,
 * puts its table into docs/triggers.md; queue mode installs Redis and PostgreSQL where apt may.
 */
const { execFileSync } = require('node:child_process');
const os = require('node:os');
const path = require('node:path');
const { choose, readArguments } = require('../bench/arguments');
const { asText, writePart } = require('../bench/report');
const { preparePackage, ensureDependencies } = require('../host/prepare');

const ROOT = path.resolve(__dirname, '..', '..');
// Joined at run time: what `tsc -p test/faults` writes is no part of the type check.
const compiled = (/** @type {string} */ file) => require(path.join(ROOT, '.cache', 'faults', file));
const log = (/** @type {string} */ line) => console.log(line);

/** @typedef {import('./trigger-storm').Place} Place */
/** `isExact`: no surplus run is allowed, see docs/triggers.md. @typedef {{ label: string, isExact: boolean, open: (tarball: string) => Promise<Place & { stop: () => Promise<void> }> }} Variant */

/** @param {boolean} restarts @returns {Variant['open']} */
const single = (restarts) => async (tarball) => {
	// loaded late: it needs the project's dependencies
	const host = await require('../host/host').startHost({ tarball, log });
	const { rest, baseUrl, stop, restart } = host;
	return { rest, receivers: [baseUrl], stop, ...(restarts ? { restart } : {}) };
};

/** @param {number} workers @returns {Variant['open']} */
const queue = (workers) => async (tarball) =>
	await require('../host/queue-host').startQueueHost({ tarball, webhooks: 1, workers, log });

/** @type {Record<string, Variant>} */
const VARIANTS = {
	SINGLE: { label: 'one process', isExact: true, open: single(false) },
	RESTART: {
		label: 'one process, restarted before the last copies',
		isExact: true,
		open: single(true),
	},
	QUEUE: {
		label: 'queue mode, two receiving processes, one worker',
		isExact: true,
		open: queue(1),
	},
	WORKERS: {
		label: 'queue mode, two receiving processes, two workers',
		isExact: false,
		open: queue(2),
	},
};

/** @param {string[]} words */
function readPlan(words) {
	const given = readArguments(words, [
		'only',
		'deliveries',
		'parallel',
		'copies',
		'trigger',
		'write',
	]);
	return {
		isKept: words.length === 0 || given.write !== undefined,
		chosen: choose(given.only, Object.keys(VARIANTS)),
		plan: {
			deliveries: Number(given.deliveries ?? 500),
			atOnce: Number(given.parallel ?? 10),
			together: Number(given.copies ?? 3),
		},
		type: given.trigger ?? 'pagerDutyIncidentsTrigger',
	};
}

/** @param {string[]} rows of one variant @param {number} load */
const loadNote = (rows, load) =>
	`${rows[0]}: load of the machine (1 minute) ${load.toFixed(1)} before, ${os.loadavg()[0].toFixed(1)} after`;

/** @param {string} label @param {boolean} isExact @param {number} deliveries @param {boolean} isMet */
const goalNote = (label, isExact, deliveries, isMet) =>
	`Goal, ${label}: ${isExact ? `exactly ${deliveries} runs, ` : ''}none lost: ${isMet ? 'met' : 'missed'}`;

async function main() {
	const { isKept, chosen, plan, type } = readPlan(process.argv.slice(2));
	const { deliveries, atOnce, together } = plan;
	await ensureDependencies({ log });
	const tarball = await preparePackage({ log });
	const tsc = require.resolve('typescript/bin/tsc');
	execFileSync(process.execPath, [tsc, '-p', __dirname], { cwd: ROOT, stdio: 'inherit' });
	const { TRIGGER_CASES } = compiled('test/host/trigger-cases.js');
	const { triggerWorkflow } = compiled('test/host/trigger-workflow.js');
	const { startSandbox } = compiled('test/sandbox/index.js');
	const { HEADINGS, rowOf, stormOn } = require('./trigger-storm');
	const trigger = TRIGGER_CASES.find((/** @type {{ type: string }} */ one) => one.type === type);
	if (!trigger) throw new Error(`No trigger is called ${type}`);
	const sandbox = await startSandbox();
	/** @type {string[][]} */
	const rows = [];
	/** @type {string[]} */
	const notes = [];
	/** @type {string[]} */
	const goals = [];
	let slowest = 0;
	let isGood = true;
	try {
		for (const name of chosen) {
			const { label, isExact, open } = VARIANTS[name];
			log(`\n== ${name}: ${label} ...`);
			sandbox.reset();
			const [load] = os.loadavg();
			const place = await open(tarball);
			try {
				const storm = { place, sandbox, trigger, triggerWorkflow, plan };
				const figures = await stormOn(storm);
				const row = rowOf(label, deliveries, figures);
				rows.push(row);
				notes.push(loadNote(row, load));
				log(asText({ title: label, about: '', headings: HEADINGS, rows: [row], notes: [] }));
				slowest = Math.max(slowest, ...figures.answers.map(({ ms }) => ms / 1000));
				const isMet = !figures.lost && (!isExact || !figures.surplus);
				goals.push(goalNote(label, isExact, deliveries, isMet));
				isGood = isGood && isMet;
			} finally {
				await place.stop();
			}
		}
	} finally {
		await sandbox.stop();
	}
	/** @type {Array<{ name: string, limitS?: number }>} */
	const cases = TRIGGER_CASES;
	const limits = cases.flatMap(({ name, limitS: s }) =>
		s === undefined
			? []
			: `Goal: every answer within the ${s} s of ${name}: slowest ${slowest.toFixed(2)} s, ${slowest <= s ? 'met' : 'missed'}`,
	);
	const section = {
		title: `Storms of ${deliveries} deliveries, each sent ${together + 1} times`,
		about: `${together} copies of each delivery at the same moment, in queue mode in turn to both receiving processes, and one more a second after the answers; ${atOnce} deliveries, so ${together * atOnce} requests, at once. "Runs" went past the trigger, as counted by the node behind it; "lost" are deliveries without one, "surplus" all beyond one. "Stopped in the trigger" are executions that the trigger's own step ended as repeats. Answers in seconds.`,
		headings: HEADINGS,
		rows,
		notes: [...goals, ...limits, ...notes],
	};
	log(asText(section));
	if (isKept) log(`\nWritten to ${writePart('triggers.md', 'storms', section)}`);
	process.exitCode = isGood ? 0 : 1;
}

main().then(
	() => process.exit(),
	(error) => {
		console.error(error);
		process.exit(1);
	},
);
