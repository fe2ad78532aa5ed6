'use strict';

const axios = require('axios');

const http = axios.create({ proxy: false, timeout: 10_000, validateStatus: () => true });

/**
 * One plain request as the vendor documents it, past n8n and past the package.
 *
 * @param {import('axios').AxiosRequestConfig} config
 * @returns {Promise<any>}
 */
async function ask(config) {
	const answer = await http.request(config);
	if (answer.status !== 200) {
		throw new Error(
			`${config.method} ${config.url} answered ${answer.status}: ${JSON.stringify(answer.data)}`,
		);
	}
	return answer.data;
}

module.exports = { ask };
