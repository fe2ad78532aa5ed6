'use strict';

const express = require('express');
const { listen } = require('../support/listen');

/** Counts what workflows send it: proof of which runs went past their trigger. */
async function startCounter() {
	/** @type {string[]} */
	const arrived = [];
	const app = express();
	app.post('/*splat', express.json({ limit: '20mb' }), (request, response) => {
		arrived.push(String(request.body.deliveryId));
		response.status(204).end();
	});
	const { origin, close } = await listen(app);
	return { url: `${origin}/count`, arrived, stop: close };
}

module.exports = { startCounter };
