'use strict';

const axios = require('axios');

const http = axios.create({ proxy: false, timeout: 10_000, validateStatus: () => true });

/** @typedef {{ title: string, status: string }} VendorView what the vendor itself says about an object */
/** @typedef {(data: any, id: string) => Promise<VendorView>} Reader */

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

/** @type {Reader} */
async function pagerDutyIncident(data, id) {
	const { incident } = await ask({
		method: 'GET',
		url: `${data.baseUrl}/incidents/${encodeURIComponent(id)}`,
		headers: { Authorization: `Token token=${data.apiToken}`, Accept: 'application/json' },
	});
	return { title: incident.title, status: incident.status };
}

/** @type {Reader} */
async function devHelmIncident(data, id) {
	const answer = await ask({
		method: 'GET',
		url: `${data.baseUrl}/api/v1/incidents/${encodeURIComponent(id)}`,
		headers: { Authorization: `Bearer ${data.apiKey}` },
	});
	const { incident } = answer.data;
	return { title: incident.title, status: incident.status };
}

/** @type {Reader} */
async function devRevIncident(data, id) {
	const { incident } = await ask({
		method: 'POST',
		url: `${data.baseUrl}/incidents.get`,
		headers: { Authorization: `Bearer ${data.accessToken}`, 'X-Devrev-Scope': 'beta' },
		data: { id },
	});
	return {
		title: incident.title,
		status: incident.stage?.stage?.name ?? incident.stage?.name ?? '',
	};
}

/** @param {any} data @returns {Promise<string>} */
async function bleemeoToken(data) {
	if (data.authentication === 'accessToken') return data.accessToken;
	const token = await ask({
		method: 'POST',
		url: `${data.baseUrl}/o/token/`,
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		data: new URLSearchParams({
			grant_type: 'password',
			username: data.email,
			password: data.password,
			client_id: data.clientId || '1fc6de3e-8750-472e-baea-3ba22bb4eb56',
			...(data.clientSecret ? { client_secret: data.clientSecret } : {}),
		}).toString(),
	});
	return token.access_token;
}

/** @type {Reader} */
async function bleemeoEvent(data, id) {
	const event = await ask({
		method: 'GET',
		url: `${data.baseUrl}/v1/event/${encodeURIComponent(id)}/`,
		headers: {
			Authorization: `Bearer ${await bleemeoToken(data)}`,
			Accept: 'application/json',
			...(data.accountId ? { 'X-Bleemeo-Account': data.accountId } : {}),
		},
	});
	return { title: event.title, status: String(event.status) };
}

/** By node name: the vendor as people write it, what the node creates by default, and how to read it by id. */
const VENDORS =
	/** @type {Record<string, { vendor: string, kind: string, credential: string, read: Reader }>} */ ({
		bleemeo: { vendor: 'Bleemeo', kind: 'event', credential: 'bleemeoApi', read: bleemeoEvent },
		devHelm: {
			vendor: 'DevHelm',
			kind: 'incident',
			credential: 'devHelmApi',
			read: devHelmIncident,
		},
		devRev: { vendor: 'DevRev', kind: 'incident', credential: 'devRevApi', read: devRevIncident },
		pagerDutyIncidents: {
			vendor: 'PagerDuty',
			kind: 'incident',
			credential: 'pagerDutyIncidentsApi',
			read: pagerDutyIncident,
		},
	});

/**
 * @typedef {object} CreatedObject
 * @property {string} vendor
 * @property {string} kind
 * @property {string} id
 * @property {string} title as the node returned it
 * @property {string} status
 * @property {string} url
 * @property {boolean} readBack the vendor has it under this id, with this title
 * @property {string} problem why not
 */

/**
 * Looks at the vendors for everything that the create operations of a finished run returned.
 *
 * @param {{ workflow: any, execution: import('./execution').ExecutionResult, credentials: Record<string, any>, packageName: string }} run
 * @returns {Promise<CreatedObject[]>}
 */
async function readBackCreated({ workflow, execution, credentials, packageName }) {
	/** @type {CreatedObject[]} */
	const found = [];
	for (const node of workflow.nodes) {
		const [prefix, type] = node.type.split('.');
		const known = prefix === packageName ? VENDORS[type] : undefined;
		// "create" is the default operation, and defaults are left out of saved workflows
		if (!known || !['create', undefined].includes(node.parameters.operation)) continue;
		const { vendor, kind, credential, read } = known;
		for (const { json } of execution.nodes[node.name]?.items[0] ?? []) {
			const { id, title, status, url } = json;
			/** @type {CreatedObject} */
			const row = { vendor, kind, id, title, status, url: url ?? '', readBack: false, problem: '' };
			found.push(row);
			try {
				const view = await read(credentials[credential], String(id));
				row.readBack = view.title === title;
				if (!row.readBack) row.problem = `${vendor} says its title is "${view.title}"`;
			} catch (error) {
				row.problem = /** @type {Error} */ (error).message;
			}
		}
	}
	return found;
}

module.exports = { readBackCreated };
