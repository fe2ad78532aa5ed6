'use strict';

/*
 * Loaded into n8n before anything else (NODE_OPTIONS=--require): it looks for executions whose wait is over every second
 * and not every minute, and a minute that it waits for one is two seconds. Nothing else in n8n waits that long.
 */
const MINUTE_MS = 60_000;

/**
 * @param {'setInterval' | 'setTimeout'} name
 * @param {(delay: number) => number} shorten
 */
function hasten(name, shorten) {
	/** @type {any} */
	const usual = globalThis[name];
	/** @type {(...given: any[]) => any} */
	const quick = (call, delay, ...given) => usual(call, shorten(delay), ...given);
	// Such as what n8n's promises of it are found by.
	Object.defineProperties(quick, Object.getOwnPropertyDescriptors(usual));
	Object.assign(globalThis, { [name]: quick });
}

hasten('setInterval', (delay) => (delay === MINUTE_MS ? 1_000 : delay));
hasten('setTimeout', (delay) => (delay > MINUTE_MS - 15_000 && delay <= MINUTE_MS ? 2_000 : delay));
