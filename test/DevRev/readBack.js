'use strict';

const { ask } = require('../host/ask');

/** @type {import('../host/read-back').Reader} */
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

module.exports = {
	node: 'devRev',
	vendor: 'DevRev',
	kind: 'incident',
	credential: 'devRevApi',
	read: devRevIncident,
};
