'use strict';

const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');
const tls = require('node:tls');
const { ensureCommands } = require('../host/debian');
const { run } = require('../host/run');

/** The address that n8n's own PagerDuty node always calls. */
const HOST = 'api.pagerduty.com';
const HOOKED = { NODE_OPTIONS: `--require "${path.join(__dirname, 'resolve-hook.js')}"` };

/**
 * @typedef {object} Front
 * @property {Record<string, string>} env what n8n needs so that it comes here
 * @property {string} absent why there is no front; empty when there is one
 * @property {() => Promise<void>} close
 */

/** A certificate for this one run. @param {string} folder @param {import('../host/run').Log} log */
async function makeCertificate(folder, log) {
	await ensureCommands({
		commands: ['openssl'],
		packages: ['openssl'],
		purpose: "The bench's certificate",
		log,
	});
	const key = path.join(folder, 'key.pem');
	const cert = path.join(folder, 'cert.pem');
	const kind = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
	const subject = ['-subj', `/CN=${HOST}`, '-addext', `subjectAltName=DNS:${HOST}`];
	await run('openssl', ['req', ...kind, ...subject, '-keyout', key, '-out', cert], {
		label: 'make a certificate',
	});
	return { cert, options: { key: fs.readFileSync(key), cert: fs.readFileSync(cert) } };
}

/**
 * Plays PagerDuty's HTTPS address: takes TLS off and passes everything on to the sandbox.
 *
 * @param {{ target: string, log: import('../host/run').Log }} options `target`: the sandbox's address
 * @returns {Promise<Front>}
 */
async function openFront({ target, log }) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-ops-front-'));
	const remove = () => fs.rmSync(folder, { recursive: true, force: true });
	const { cert, options } = await makeCertificate(folder, log);
	const port = Number(new URL(target).port);
	const server = tls.createServer(options, (incoming) => {
		const onward = net.connect(port, '127.0.0.1');
		incoming.pipe(onward).pipe(incoming);
		for (const [one, other] of [
			[incoming, onward],
			[onward, incoming],
		]) {
			one.on('error', () => other.destroy());
			one.on('close', () => other.destroy());
		}
	});
	try {
		await new Promise((resolve, reject) => {
			server.once('error', reject);
			server.listen(443, '127.0.0.1', () => resolve(undefined));
		});
	} catch (error) {
		remove();
		const absent = `port 443 cannot be used (${/** @type {Error} */ (error).message})`;
		return { env: HOOKED, absent, close: async () => {} };
	}
	return {
		env: { ...HOOKED, NODE_EXTRA_CA_CERTS: cert },
		absent: '',
		close: async () => {
			await new Promise((resolve) => server.close(resolve));
			remove();
		},
	};
}

module.exports = { openFront };
