'use strict';

const https = require('node:https');
const net = require('node:net');

/**
 * Lets a client that insists on HTTPS and on the vendor's host name talk to the sandbox: whatever it
 * asks for is carried to that port on loopback, in the clear.
 *
 * @param {string} url the sandbox's, `http://127.0.0.1:port`
 */
function loopbackAgent(url) {
	const agent = new https.Agent();
	const port = Number(new URL(url).port);
	Object.assign(agent, { createConnection: () => net.connect(port, '127.0.0.1') });
	return agent;
}

module.exports = { loopbackAgent };
