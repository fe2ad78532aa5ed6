import axios from 'axios';

import type { Sandbox } from '../sandbox';

const http = axios.create({ proxy: false });

/** Somebody does something at DevHelm, past n8n. */
export async function atDevHelm(sandbox: Sandbox, path: string, data: object) {
	const { baseUrl, apiKey } = sandbox.credentials.devHelmApi;
	const headers = { Authorization: `Bearer ${String(apiKey)}` };
	return (await http.post(`${String(baseUrl)}/api/v1${path}`, data, { headers })).data;
}
