const { spawn } = require('node:child_process');
const http = require('node:http');

/** @typedef {{ url: string, count: number, bytes: number, data: object }} Flood deliveries of so many bytes, each an event of its own */

/**
 * Sends deliveries all at once, from a process of its own: what the sender keeps is not what the receiver keeps.
 *
 * @param {Flood[]} floods
 * @returns {Promise<number[]>} the statuses of the answers; 0 where none came
 */
async function flood(floods) {
	const child = spawn(process.execPath, [__filename, JSON.stringify(floods)], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let out = '';
	child.stdout.on('data', (chunk) => (out += String(chunk)));
	await new Promise((resolve) => child.once('close', resolve));
	return JSON.parse(out);
}

/** @param {string} url @param {string} body @returns {Promise<number>} */
async function post(url, body) {
	return await new Promise((resolve) => {
		const headers = { 'content-type': 'application/json', connection: 'close' };
		const request = http.request(url, { method: 'POST', headers }, (response) => {
			response.resume();
			response.once('end', () => resolve(response.statusCode ?? 0));
		});
		request.once('error', () => resolve(0));
		request.end(body);
	});
}

/** @param {Flood} flood @param {number} index */
async function sendAll({ url, count, bytes, data }, index) {
	const padding = 'x'.repeat(bytes);
	const all = Array.from({ length: count }, async (_, number) => {
		const event = { id: `evt_${index}_${number}`, type: 'incident.created', data, padding };
		return await post(url, JSON.stringify(event));
	});
	return await Promise.all(all);
}

if (require.main === module) {
	/** @type {Flood[]} */
	const floods = JSON.parse(process.argv[2]);
	void Promise.all(floods.map(sendAll)).then((statuses) => {
		process.stdout.write(JSON.stringify(statuses.flat()));
	});
}

module.exports = { flood };
