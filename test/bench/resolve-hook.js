'use strict';

/*
 * Loaded into the bench's n8n (and its helpers) with `--require`. PagerDuty's own host becomes this
 * machine, because the address is fixed in n8n's PagerDuty node.
 */
const dns = require('node:dns');

require('./free-memory');

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
