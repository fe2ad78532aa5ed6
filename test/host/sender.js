'use strict';

const http = require('node:http');

/** @typedef {{ url: string, headers: Record<string, string>, body: string }} Outgoing */
/** @typedef {{ status: number, ms: number }} Answer `status` 0: none */

/** Far beyond any vendor's patience: how long an answer takes is measured, not cut off. */
const TIMEOUT_MS = 60_000;

/**
 * One POST on a connection of its own, as vendors deliver.
 *
 * @param {Outgoing} outgoing
 * @returns {Promise<Answer>} never throws
 */
async function post({ url, headers, body }) {
	const began = performance.now();
	return await new Promise((resolve) => {
		const done = (/** @type {number} */ status) =>
			resolve({ status, ms: performance.now() - began });
		const length = { 'content-length': String(Buffer.byteLength(body)) };
		const request = http.request(
			url,
			{ method: 'POST', headers: { ...headers, ...length }, agent: false, timeout: TIMEOUT_MS },
			(response) => {
				response.on('end', () => done(response.statusCode ?? 0));
				response.on('error', () => done(0));
				response.resume();
			},
		);
		request.on('timeout', () => request.destroy());
		request.on('error', () => done(0));
		request.end(body);
	});
}

/**
 * Works a list off with so many workers side by side.
 *
 * @template T
 * @param {T[]} list
 * @param {number} atOnce
 * @param {(one: T) => Promise<void>} work
 */
async function inParallel(list, atOnce, work) {
	const left = [...list].reverse();
	const worker = async () => {
		for (let one = left.pop(); one !== undefined; one = left.pop()) await work(one);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}

/**
 * What a vendor's sandbox would deliver, signed and with IDs of their own, without sending it.
 *
 * @param {{ send: (outgoing: any) => Promise<any> }} deliveries of the vendor
 * @param {number} count
 * @param {() => Promise<void> | void} happen makes the vendor deliver once to each subscription
 * @returns {Promise<Outgoing[]>}
 */
async function captured(deliveries, count, happen) {
	/** @type {Outgoing[]} */
	const found = [];
	const usual = deliveries.send;
	deliveries.send = async ({ url, headers, body }) => {
		found.push({ url, headers, body });
	};
	try {
		while (found.length < count) {
			const before = found.length;
			await happen();
			if (found.length === before) throw new Error('The vendor has nobody to deliver to');
		}
	} finally {
		deliveries.send = usual;
	}
	return found.slice(0, count);
}

module.exports = { post, inParallel, captured };
