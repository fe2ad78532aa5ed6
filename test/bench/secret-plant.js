'use strict';

const { randomBytes } = require('node:crypto');
const { createNode, vendorCases } = require('./crash-vendors');

/** @typedef {import('./setup').Bench} Bench */
/** @typedef {import('./crash-vendors').VendorCase} VendorCase */

/**
 * @typedef {object} Planted
 * @property {VendorCase} vendorCase
 * @property {object} [parameters] more of the form
 * @property {string} path of the request that is spoiled
 * @property {() => string[]} secrets what a request to this path carries at present
 * @property {() => string[]} [unsaid] further secrets, which no answer repeats
 * @property {() => void} [before] brings about that the request is made, which asks for a token
 */

/** With every character that some encoding writes otherwise. @param {string} label */
const secretWord = (label) => `${label}+Pl/anted>7?~8&${randomBytes(9).toString('hex')}`;

/**
 * Gives each vendor a secret that is found nowhere else, and n8n the credentials for it.
 *
 * @param {Bench} bench
 * @returns {Promise<Planted[]>}
 */
async function plant(bench) {
	const { host, sandbox, targets } = bench;
	/** @type {Planted[]} */
	const planted = [];
	for (const vendorCase of vendorCases(bench)) {
		const { vendor } = vendorCase;
		for (const one of targets[vendor].plant(sandbox, secretWord)) {
			const { label, credential, data, parameters, path, secrets, unsaid, before } = one;
			bench.credentials[credential] = await host.rest.createCredential(
				`Planted ${label}`,
				credential,
				data,
			);
			/** What the last request carried: credential tests are given tokens of their own. */
			const bearer = () => {
				const sent = sandbox.requests(vendor).filter((request) => request.path === path);
				return sent
					.slice(-1)
					.map(({ headers }) => String(headers.authorization).replace('Bearer ', ''));
			};
			planted.push({
				vendorCase: { ...vendorCase, label, credential },
				parameters,
				path,
				secrets: () => secrets(bearer()),
				unsaid,
				before,
			});
		}
	}
	return planted;
}

/** @param {Bench} bench @param {Planted} planted @param {string} onError */
function nodeOf(bench, { vendorCase, parameters }, onError) {
	const node = createNode(bench, vendorCase, parameters);
	return { ...node, onError };
}

module.exports = { plant, nodeOf };
