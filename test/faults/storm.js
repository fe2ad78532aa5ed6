'use strict';

/*
 * node test/faults/storm.js [--items=10000] [--vendor=<node>] [--seed=1] [--rate=0.1] [--latency=5]
 *     [--skew=0] [--routes=all] [--lag=0] [--narrow]
 *
 * Creates thousands of incidents per vendor through the real engine while the sandbox spoils a tenth
 * of the creates, half of those after the write, and prints what became of them. Compiles what it
 * needs; on loopback only. Each vendor runs in a process of its own, so that the memory is its own.
 */
const { execFileSync, fork } = require('node:child_process');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '..', '..');
// Joined at run time: what `tsc -p test/faults` writes is no part of the type check.
const compiled = (/** @type {string} */ file) => require(path.join(ROOT, '.cache', 'faults', file));
const log = (/** @type {string} */ line) => console.log(line);

/** @param {string[]} words */
function readArguments(words) {
	/** @type {string[]} */
	const all = Object.keys(compiled('test/faults/targets.js').TARGETS);
	/** @type {Record<string, string>} */
	const found = {};
	const isWide = !words.includes('--narrow');
	for (const word of words.filter((one) => one !== '--narrow')) {
		const match = /^--(items|vendor|seed|rate|latency|skew|routes|lag)=(.+)$/.exec(word);
		if (!match) throw new Error(`Unknown argument ${word}`);
		found[match[1]] = match[2];
	}
	const vendors = found.vendor ? [found.vendor] : all;
	const stranger = vendors.find((vendor) => !all.includes(vendor));
	if (stranger) throw new Error(`--vendor is one of ${all.join(', ')}`);
	return {
		vendors,
		plan: {
			items: Number(found.items ?? 10_000),
			seed: Number(found.seed ?? 1),
			rate: Number(found.rate ?? 0.1),
			latencyMs: Number(found.latency ?? 5),
			skewMs: Number(found.skew ?? 0),
			routes: found.routes ?? 'creates',
			isWide,
			lagMs: Number(found.lag ?? (isWide ? 1_000 : 0)),
		},
	};
}

/** Runs in a child process. @param {string} vendor @param {{ isWide: boolean }} plan */
async function storm(vendor, plan) {
	require('../support/n8n-environment.js');
	const { quicken, runStorm } = compiled('test/faults/runStorm.js');
	quicken(plan.isWide === false);
	const before = process.memoryUsage();
	let heap = before.heapUsed;
	let rss = before.rss;
	const watch = setInterval(() => {
		const now = process.memoryUsage();
		heap = Math.max(heap, now.heapUsed);
		rss = Math.max(rss, now.rss);
	}, 50);
	const began = performance.now();
	const figures = await runStorm(vendor, plan);
	const seconds = (performance.now() - began) / 1000;
	clearInterval(watch);
	const megabytes = (/** @type {number} */ bytes) => Math.round(bytes / 1e6);
	return {
		...figures,
		seconds,
		heapMb: megabytes(heap - before.heapUsed),
		rssMb: megabytes(rss),
	};
}

/** @param {string} vendor @param {object} plan @returns {Promise<any>} */
function inChild(vendor, plan) {
	return new Promise((resolve, reject) => {
		const child = fork(__filename, ['child', vendor, JSON.stringify(plan)]);
		child.once('message', resolve);
		child.once('exit', (code) => reject(new Error(`${vendor} ended with status ${code}`)));
	});
}

/** @type {Array<[string, (figures: any) => string | number]>} */
const ROWS = [
	['items', (figures) => figures.items],
	['stored at the vendor', (figures) => figures.stored],
	['reported created', (figures) => figures.created],
	['reported unknown', (figures) => figures.unknown],
	['  of those in fact created', (figures) => figures.unknownCreated],
	['  of those with an ID that it may be', (figures) => figures.mayBe],
	['reported not done', (figures) => figures.failed],
	['  of those in fact created', (figures) => figures.denied],
	['doubled', (figures) => figures.doubled],
	['  of those named in the run', (figures) => figures.named],
	['lost', (figures) => figures.lost],
	['IDs that came out twice', (figures) => figures.idsTwice],
	['faults', (figures) => figures.chaos.spoiled],
	['  of those after the write', (figures) => figures.chaos.afterWrite],
	['requests sent', (figures) => figures.requests],
	['peak in flight', (figures) => figures.peakInFlight],
	['seconds', (figures) => figures.seconds.toFixed(1)],
	['heap grew by at most, MB', (figures) => figures.heapMb],
	['memory of the process, MB', (figures) => figures.rssMb],
];

/** @param {string[]} vendors @param {any[]} all */
function print(vendors, all) {
	const cell = (/** @type {string | number} */ value) => String(value).padStart(12);
	log(`${''.padEnd(28)}${vendors.map(cell).join('')}`);
	for (const [label, read] of ROWS) {
		log(`${label.padEnd(28)}${all.map((figures) => cell(read(figures))).join('')}`);
	}
	log('');
	all.forEach(({ chaos, error }, index) => {
		const kinds = Object.entries(chaos.kinds).sort(([one], [other]) => (one < other ? -1 : 1));
		log(`${vendors[index]}: ${kinds.map(([kind, count]) => `${count} ${kind}`).join(', ')}`);
		if (error) log(`${vendors[index]}: the node failed as a whole: ${error}`);
	});
}

async function main() {
	const tsc = require.resolve('typescript/bin/tsc');
	execFileSync(process.execPath, [tsc, '-p', __dirname], { cwd: ROOT, stdio: 'inherit' });
	const { vendors, plan } = readArguments(process.argv.slice(2));
	const { QUICK } = compiled('test/faults/runStorm.js');
	log(`${plan.items} creates per vendor, ${plan.rate * 100} % spoiled, seed ${plan.seed}.`);
	log(
		`Our own pauses are shortened: first ${QUICK.firstDelayMs} ms, at most ${QUICK.maxDelayMs} ms. The vendor's waits are kept.`,
	);
	log('Memory includes the sandbox, which runs in the same process.\n');
	/** @type {any[]} */
	const all = [];
	for (const vendor of vendors) {
		const figures = await inChild(vendor, plan);
		log(`${vendor} done in ${figures.seconds.toFixed(0)} s`);
		all.push(figures);
	}
	log('');
	print(vendors, all);
	const isKept = all.every(
		({ doubled, named, lost, denied, idsTwice, error }) =>
			doubled === named && !lost && !denied && !idsTwice && !error,
	);
	log(`\nnone lost, and every double named: ${isKept ? 'yes' : 'NO'}`);
	process.exitCode = isKept ? 0 : 1;
}

async function child() {
	const [, vendor, plan] = process.argv.slice(2);
	const figures = await storm(vendor, JSON.parse(plan));
	process.send?.(figures, () => process.exit());
}

(process.argv[2] === 'child' ? child() : main()).catch((error) => {
	console.error(error);
	process.exit(1);
});
