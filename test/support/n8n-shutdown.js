'use strict';

/*
 * A run makes n8n-core's manager of SSH connections, whose timer keeps all that a test file has loaded (30 MB) for
 * as long as the worker lives. A real n8n shuts it down when it ends.
 */
const { dirname } = require('node:path');

afterAll(() => {
	const core = dirname(require.resolve('n8n-core'));
	// The container that n8n-core itself uses.
	const { Container } = require(require.resolve('@n8n/di', { paths: [core] }));
	const { SSHClientsManager } = require(`${core}/execution-engine/ssh-clients-manager`);
	if (Container.has(SSHClientsManager)) Container.get(SSHClientsManager).onShutdown();
});
