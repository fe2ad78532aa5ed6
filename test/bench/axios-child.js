'use strict';

/*
 * The floor: the same requests without n8n, on n8n's own Node, in a process of its own. Takes jobs from
 * its parent and answers each one when it is done.
 */
const http = require('node:http');
const axios = require('axios').default;

/** A new connection for every request, as in n8n. */
const client = axios.create({ proxy: false, httpAgent: new http.Agent({ keepAlive: false }) });

/**
 * @typedef {object} CreateJob
 * @property {'create'} kind
 * @property {string} baseUrl
 * @property {Record<string, string>} headers
 * @property {string} serviceId
 * @property {number} items
 * @property {number} atOnce
 */

/** @typedef {{ kind: 'list', baseUrl: string, headers: Record<string, string> }} ListJob */
/** @typedef {{ ms: number, cpuMs: number, count: number, rssBefore: number, at: number }} Answer */

/** @param {CreateJob} job @returns {Promise<number>} how many were created */
async function create({ baseUrl, headers, serviceId, items, atOnce }) {
	const service = { id: serviceId, type: 'service_reference' };
	let next = 0;
	let created = 0;
	const worker = async () => {
		while (next < items) {
			const title = `Item ${next++}`;
			const body = { incident: { type: 'incident', title, service } };
			const { status } = await client.post(`${baseUrl}/incidents`, body, { headers });
			if (status === 201) created += 1;
		}
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, items) }, worker));
	return created;
}

/** Kept until the process ends, as n8n keeps the output of a node. @type {any[]} */
let kept = [];

/** @param {ListJob} job @returns {Promise<number>} */
async function list({ baseUrl, headers }) {
	kept = [];
	for (;;) {
		const params = { date_range: 'all', limit: 100, offset: kept.length };
		const { data } = await client.get(`${baseUrl}/incidents`, { headers, params });
		for (const incident of data.incidents) kept.push(incident);
		if (!data.more) return kept.length;
	}
}

process.on('message', async (/** @type {CreateJob | ListJob} */ job) => {
	const rssBefore = process.memoryUsage.rss();
	const cpu = process.cpuUsage();
	const at = Date.now();
	const began = performance.now();
	const count = await (job.kind === 'create' ? create(job) : list(job));
	const ms = performance.now() - began;
	const { user, system } = process.cpuUsage(cpu);
	process.send?.({ ms, cpuMs: (user + system) / 1000, count, rssBefore, at });
});
