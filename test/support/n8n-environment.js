// n8n-core reads these when it loads; without them it writes a key file into the home folder.
const { mkdirSync } = require('node:fs');
const { join } = require('node:path');

// One folder a worker, so that parallel test files do not meet in it.
const folder = join(__dirname, '..', '..', '.cache', `n8n-user-${process.env.JEST_WORKER_ID ?? 0}`);
mkdirSync(folder, { recursive: true });
process.env.N8N_USER_FOLDER = folder;
process.env.N8N_ENCRYPTION_KEY = 'only for tests';
process.env.N8N_LOG_LEVEL = 'silent';
// Set on some machines; n8n would send loopback requests through it.
for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'])
	delete process.env[name];

// n8n-core's classes want it before they are loaded.
require('reflect-metadata');

// n8n-workflow stops a regular expression after 250 ms by the clock, which a busy machine takes to give
// the test its turn. A real n8n's backend sets an engine of its own, too.
const { setSafeRegexEngine } = require('n8n-workflow');
setSafeRegexEngine({
	exec: (pattern, input, flags) => new RegExp(pattern, flags).exec(input),
	test: (pattern, input, flags) => new RegExp(pattern, flags).test(input),
	replace: (pattern, input, flags, replacement) =>
		input.replace(new RegExp(pattern, flags), replacement),
	matchAll: (pattern, input, flags) => [
		...input.matchAll(new RegExp(pattern, `${(flags ?? '').replace('g', '')}g`)),
	],
	split: (pattern, input, flags) => input.split(new RegExp(pattern, flags)),
});
