'use strict';

const fs = require('node:fs');
const { execFileSync } = require('node:child_process');

/** @typedef {{ at: number, cpuMs: number, rss: number }} Sample `cpuMs`: user and system time since the process began */

const SAMPLE_MS = 10;

/** @param {string} name @returns {number} */
const setting = (name) => Number(execFileSync('getconf', [name], { encoding: 'utf8' }));
/** @type {{ tickMs: number, pageBytes: number } | undefined} */
let units;

/** One look at a process, from /proc. @param {number} pid @returns {Sample} */
function look(pid) {
	units ??= { tickMs: 1000 / setting('CLK_TCK'), pageBytes: setting('PAGESIZE') };
	const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
	// the second field is the name in brackets and may hold anything
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return {
		at: Date.now(),
		cpuMs: (Number(fields[11]) + Number(fields[12])) * units.tickMs,
		rss: Number(fields[21]) * units.pageBytes,
	};
}

/** Looks at a process again and again, for its memory and processor time between two moments. */
class Watch {
	/** @param {number} pid */
	constructor(pid) {
		this.pid = pid;
		this.samples = [look(pid)];
		this.timer = setInterval(() => this.samples.push(look(pid)), SAMPLE_MS);
	}

	stop() {
		clearInterval(this.timer);
		this.samples.push(look(this.pid));
		return this;
	}

	/** @param {number} from @param {number} to @returns {Sample[]} the samples between, at least one */
	between(from, to) {
		const found = this.samples.filter(({ at }) => at >= from && at <= to);
		return found.length ? found : [this.samples[this.samples.length - 1]];
	}

	/** @param {number} [from] @param {number} [to] @returns {number} bytes */
	peakRss(from = 0, to = Infinity) {
		return Math.max(...this.between(from, to).map(({ rss }) => rss));
	}

	/** @param {number} [from] @param {number} [to] @returns {number} */
	cpuMs(from = 0, to = Infinity) {
		const found = this.between(from, to);
		return found[found.length - 1].cpuMs - found[0].cpuMs;
	}
}

module.exports = { Watch, look };
