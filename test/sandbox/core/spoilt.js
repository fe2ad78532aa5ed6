const { sleep } = require('n8n-workflow');
const { once } = require('node:events');
const { createGzip } = require('node:zlib');

const CHUNK = Buffer.alloc(64 * 1024, ' ');

/**
 * Sends what a healthy vendor never sends. All of it ends when the client hangs up.
 * @param {import('express').Response} response with status and headers set, but for the length
 * @param {Buffer} body
 * @param {Pick<import('./types').FaultRule, 'trickleMs' | 'endless' | 'inflate'>} fault
 */
async function sendSpoilt(response, body, { trickleMs, endless, inflate }) {
	response.removeHeader('Content-Length');
	if (trickleMs !== undefined) return await trickle(response, body, trickleMs, endless === true);
	if (endless) return await fill(response, body, Infinity);
	if (!inflate?.gzip) return await fill(response, body, inflate?.bytes ?? 0);
	response.setHeader('Content-Encoding', 'gzip');
	const packed = createGzip();
	packed.on('error', () => undefined);
	packed.pipe(response);
	response.once('close', () => packed.destroy());
	return await fill(packed, body, inflate.bytes);
}

/**
 * A byte each so many milliseconds, and blanks for ever after where it is endless.
 * @param {import("express").Response} response
 * @param {Buffer} body
 * @param {number} everyMs
 * @param {boolean} isEndless
 */
async function trickle(response, body, everyMs, isEndless) {
	for (let at = 0; isEndless || at < body.length; at++) {
		if (response.destroyed) return;
		response.write(at < body.length ? body.subarray(at, at + 1) : ' ');
		await sleep(everyMs);
	}
	response.end();
}

/**
 * The body, and blanks behind it up to so many bytes: JSON stays JSON.
 * @param {import("node:stream").Writable} stream
 * @param {Buffer} body
 * @param {number} bytes
 */
async function fill(stream, body, bytes) {
	const closed = once(stream, 'close').catch(() => undefined);
	stream.write(body);
	for (let sent = body.length; sent < bytes; sent += CHUNK.length) {
		if (stream.destroyed) return;
		if (!stream.write(CHUNK)) {
			await Promise.race([once(stream, 'drain').catch(() => undefined), closed]);
		}
	}
	stream.end();
}

module.exports = { sendSpoilt };
