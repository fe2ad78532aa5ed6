'use strict';

const path = require('node:path');

/** A setting of n8n with which minutes are short for executions that wait. */
const QUICK_MINUTES = { NODE_OPTIONS: `--require ${path.join(__dirname, 'quick-minutes.js')}` };

module.exports = { QUICK_MINUTES };
