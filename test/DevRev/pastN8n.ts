import axios from 'axios';

import type { Sandbox } from '../sandbox';

const http = axios.create({ proxy: false });

/** Somebody does something at DevRev, past n8n. */
export async function atDevRev(sandbox: Sandbox, call: string, data: object) {
	const { baseUrl, accessToken } = sandbox.credentials.devRevApi;
	const headers = { Authorization: `Bearer ${String(accessToken)}`, 'X-Devrev-Scope': 'beta' };
	return (await http.post(`${String(baseUrl)}/${call}`, data, { headers })).data;
}
