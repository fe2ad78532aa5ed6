'use strict';

const { ask } = require('../host/ask');

/** @type {import('../host/read-back').Reader} */
async function devHelmIncident(data, id) {
	const answer = await ask({
		method: 'GET',
		url: `${data.baseUrl}/api/v1/incidents/${encodeURIComponent(id)}`,
		headers: { Authorization: `Bearer ${data.apiKey}` },
	});
	const { incident } = answer.data;
	return { title: incident.title, status: incident.status };
}

module.exports = {
	node: 'devHelm',
	vendor: 'DevHelm',
	kind: 'incident',
	credential: 'devHelmApi',
	read: devHelmIncident,
};
