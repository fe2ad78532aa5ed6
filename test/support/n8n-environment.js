// n8n-core reads these when it loads; without them it writes a key file into the home folder.
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'incident-ops-test-'));
process.env.N8N_ENCRYPTION_KEY = 'only for tests';
process.env.N8N_LOG_LEVEL = 'silent';
// Set on some machines; n8n would send loopback requests through it.
for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'])
	delete process.env[name];

// n8n-core's classes want it before they are loaded.
require('reflect-metadata');
