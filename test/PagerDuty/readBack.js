'use strict';

const { ask } = require('../host/ask');

/** @type {import('../host/read-back').Reader} */
async function pagerDutyIncident(data, id) {
	const { incident } = await ask({
		method: 'GET',
		url: `${data.baseUrl}/incidents/${encodeURIComponent(id)}`,
		headers: { Authorization: `Token token=${data.apiToken}`, Accept: 'application/json' },
	});
	return { title: incident.title, status: incident.status };
}

module.exports = {
	node: 'pagerDutyIncidents',
	vendor: 'PagerDuty',
	kind: 'incident',
	credential: 'pagerDutyIncidentsApi',
	read: pagerDutyIncident,
};
