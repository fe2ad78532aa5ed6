'use strict';

const { ask } = require('../host/ask');

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

/** @type {import('../host/read-back').Reader} */
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

module.exports = {
	node: 'bleemeo',
	vendor: 'Bleemeo',
	kind: 'event',
	credential: 'bleemeoApi',
	read: bleemeoEvent,
};
