'use strict';

/**
 * What the packed package may have, in bytes. A budget and no limit of npm: what grows past it should have a reason.
 * 187 operations come to 2.6 kB each, what they read of eighteen monitoring tools included; 90 kB of all are the
 * descriptions of the nodes once more (`dist/types`), which spare n8n to load the code before somebody uses it.
 */
const MOST_BYTES = 500_000;

module.exports = { MOST_BYTES };
