'use strict';

const axios = require('axios');

/** An answer of n8n other than success. */
class HostRestError extends Error {
	/** @param {string} request @param {number} status @param {any} body */
	constructor(request, status, body) {
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		super(`${request} answered ${status}: ${String(text).slice(0, 500)}`);
		this.name = 'HostRestError';
		this.status = status;
		this.body = body;
	}
}

/** Logged-in HTTP with n8n's own interface: keeps the cookie, unwraps `{ data }`. */
class RestSession {
	/** @param {string} baseUrl */
	constructor(baseUrl) {
		this.baseUrl = baseUrl.replace(/\/+$/, '');
		this.cookie = '';
		this.http = axios.create({
			baseURL: this.baseUrl,
			proxy: false,
			timeout: 60_000,
			validateStatus: () => true,
		});
	}

	/**
	 * Any request, for example to a webhook address; never throws for a status.
	 *
	 * @param {import('axios').AxiosRequestConfig} config
	 * @returns {Promise<import('axios').AxiosResponse<any>>}
	 */
	async request(config) {
		const answer = await this.http.request({
			...config,
			headers: { ...config.headers, ...(this.cookie ? { cookie: this.cookie } : {}) },
		});
		const set = answer.headers['set-cookie'];
		if (set?.length) this.cookie = set.map((/** @type {string} */ c) => c.split(';')[0]).join('; ');
		return answer;
	}

	/**
	 * A call below `/rest`.
	 *
	 * @param {'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'} method
	 * @param {string} path
	 * @param {any} [body]
	 * @returns {Promise<any>} what is inside `data`
	 */
	async rest(method, path, body) {
		const answer = await this.request({ method, url: `/rest${path}`, data: body });
		if (answer.status >= 300)
			throw new HostRestError(`${method} ${path}`, answer.status, answer.data);
		return answer.data?.data;
	}

	/** @param {string} path of a static file behind the log-in @returns {Promise<any>} */
	async file(path) {
		const answer = await this.request({ method: 'GET', url: path });
		if (answer.status !== 200) throw new HostRestError(`GET ${path}`, answer.status, answer.data);
		return answer.data;
	}
}

/**
 * Asks again until there is an answer.
 *
 * @template T
 * @param {string} what for the message when it takes too long
 * @param {() => Promise<T | undefined>} ask
 * @param {{ timeoutMs?: number, everyMs?: number }} [options]
 * @returns {Promise<T>}
 */
async function until(what, ask, { timeoutMs = 60_000, everyMs = 50 } = {}) {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > deadline) throw new Error(`${what}: not so after ${timeoutMs / 1000} s`);
		await new Promise((resolve) => setTimeout(resolve, everyMs));
	}
}

module.exports = { RestSession, HostRestError, until };
