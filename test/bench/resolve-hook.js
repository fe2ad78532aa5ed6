'use strict';

/*
 * Loaded into the bench's n8n (and its helpers) with `--require`. PagerDuty's own host becomes this
 * machine, because the address is fixed in n8n's PagerDuty node; and SIGUSR2 frees memory, so that a
 * reading does not begin with what the start left behind.
 */
const dns = require('node:dns');
const v8 = require('node:v8');
const vm = require('node:vm');

const HOST = 'api.pagerduty.com';
const original = dns.lookup;

/**
 * @param {string} hostname
 * @param {any} options
 * @param {any} callback
 */
function lookup(hostname, options, callback) {
	if (hostname !== HOST) return original(hostname, options, callback);
	const answer = callback ?? options;
	const wantsAll = typeof options === 'object' && options?.all;
	const found = wantsAll ? [[{ address: '127.0.0.1', family: 4 }]] : ['127.0.0.1', 4];
	process.nextTick(answer, null, ...found);
}

Object.assign(dns, { lookup });

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc');
process.on('SIGUSR2', () => {
	for (let again = 0; again < 3; again++) {
		collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
	}
});
