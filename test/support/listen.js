const { createServer } = require('node:http');

/**
 * Serves an app on a free port of this machine.
 * @param {import('express').Express} app
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
async function listen(app) {
	const server = createServer(app);
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return {
		origin: `http://127.0.0.1:${address.port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(() => resolve(undefined)));
		},
	};
}

module.exports = { listen };
