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
