'use strict';

/*
 * Loaded with `--require` into an n8n whose memory is looked at: SIGUSR2 frees it, so that a reading does not hold
 * what the start left behind.
 */
const v8 = require('node:v8');
const vm = require('node:vm');

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc');
process.on('SIGUSR2', () => {
	for (let again = 0; again < 3; again++) {
		collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
	}
});
