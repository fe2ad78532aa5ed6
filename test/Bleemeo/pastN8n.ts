import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import type { Sandbox } from '../sandbox';

const http = axios.create({ proxy: false });

/** Somebody does something at Bleemeo, past n8n. */
export async function atBleemeo(sandbox: Sandbox, list: string, data: object) {
	const { baseUrl, email, password, clientId } = sandbox.credentials.bleemeoApi;
	const asked = { grant_type: 'password', username: email, password, client_id: clientId };
	const form = new URLSearchParams(asked as { [name: string]: string });
	const { access_token } = (await http.post(`${String(baseUrl)}/o/token/`, form)).data;
	const headers = { Authorization: `Bearer ${String(access_token)}` };
	return (await http.post(`${String(baseUrl)}/v1/${list}/`, data, { headers })).data;
}

/**
 * What people type into the webhook trigger, and the path at which Bleemeo's panel then has its address.
 * n8n is on this machine, and the trigger has no credential that would tell a test system.
 */
export function ownToken() {
	const webhookToken = crypto.randomUUID();
	return {
		path: `token/${webhookToken}`,
		amend: ({ parameters }: { parameters: IDataObject }) => {
			parameters.webhookToken = webhookToken;
			parameters.options = { allowPrivateAddress: true };
		},
	};
}
