import axios from 'axios';

import type { Sandbox } from '../sandbox';

const http = axios.create({ proxy: false });

/** Somebody does something at PagerDuty, past n8n. */
export async function atPagerDuty(
	sandbox: Sandbox,
	method: 'POST' | 'PUT',
	path: string,
	data: object,
) {
	const { baseUrl, apiToken, from } = sandbox.credentials.pagerDutyIncidentsApi;
	const headers = { Authorization: `Token token=${String(apiToken)}`, From: String(from) };
	return (await http.request({ method, url: `${String(baseUrl)}${path}`, headers, data })).data;
}
