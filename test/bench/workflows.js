'use strict';

const PACKAGE = 'n8n-nodes-incident-ops';
/** What the node under test is called in every workflow. */
const NODE = 'Node';
const START = 'Start';

/** @typedef {import('./setup').Bench} Bench */
/** @typedef {{ type: string, typeVersion?: number, parameters: object, credentials?: object, retryOnFail?: boolean, onError?: string }} NodeUnderTest */

/** Our node. @param {Bench} bench @param {object} [options] @param {object} [parameters] @returns {NodeUnderTest} */
function ours({ credentials, serviceId }, options = {}, parameters = {}) {
	return {
		type: `${PACKAGE}.pagerDutyIncidents`,
		parameters: {
			resource: 'incident',
			operation: 'create',
			title: '={{ $json.title }}',
			serviceId: { __rl: true, mode: 'id', value: serviceId },
			options,
			...parameters,
		},
		credentials: { pagerDutyIncidentsApi: credentials.pagerDutyIncidentsApi },
	};
}

/** n8n's own PagerDuty node. @param {Bench} bench @param {object} [parameters] @returns {NodeUnderTest} */
function builtIn({ credentials, serviceId, sandbox }, parameters = {}) {
	return {
		type: 'n8n-nodes-base.pagerDuty',
		parameters: {
			authentication: 'apiToken',
			resource: 'incident',
			operation: 'create',
			title: '={{ $json.title }}',
			serviceId,
			email: sandbox.credentials.pagerDutyIncidentsApi.from,
			additionalFields: {},
			conferenceBridgeUi: {},
			...parameters,
		},
		credentials: { pagerDutyApi: credentials.pagerDutyApi },
	};
}

/**
 * The HTTP Request node as it comes: all items at once. With a credential it reads that from n8n's
 * database for each item first; without one it is as fast as it gets.
 *
 * @param {Bench} bench @param {{ credential: boolean }} [options] @returns {NodeUnderTest}
 */
function httpRequest({ credentials, serviceId, sandbox }, { credential } = { credential: true }) {
	const { from, apiToken } = sandbox.credentials.pagerDutyIncidentsApi;
	const token = { name: 'Authorization', value: `Token token=${apiToken}` };
	const headers = [{ name: 'From', value: from }, ...(credential ? [] : [token])];
	const service = `{ id: "${serviceId}", type: "service_reference" }`;
	return {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.5,
		parameters: {
			method: 'POST',
			url: `${sandbox.url('pagerDuty')}/incidents`,
			...(credential
				? { authentication: 'genericCredentialType', genericAuthType: 'httpHeaderAuth' }
				: { authentication: 'none' }),
			sendHeaders: true,
			headerParameters: { parameters: headers },
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={{ JSON.stringify({ incident: { type: "incident", title: $json.title, service: ${service} } }) }}`,
			options: {},
		},
		credentials: credential ? { httpHeaderAuth: credentials.httpHeaderAuth } : {},
	};
}

/** @type {NodeUnderTest} */
const NOTHING = { type: 'n8n-nodes-base.noOp', parameters: {} };

/** @param {number} items */
const itemsCode = (items) =>
	`return Array.from({ length: ${items} }, (_, i) => ({ json: { title: \`Item \${i}\`, key: \`key-\${i}\` } }));`;

/** @param {string} jsCode */
const codeNode = (jsCode) => ({
	name: 'Items',
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: { jsCode },
});

/** @param {string} from @param {string} to */
const link = (from, to) => ({ [from]: { main: [[{ node: to, type: 'main', index: 0 }]] } });

/**
 * A trigger, a Code node that makes the items, and the node under test.
 *
 * @param {{ name: string, items: number, node: NodeUnderTest, trigger?: object }} options
 */
function workflowOf({ name, items, node, trigger }) {
	return {
		name,
		nodes: [
			{ name: START, type: 'n8n-nodes-base.manualTrigger', ...trigger },
			codeNode(itemsCode(items)),
			{ name: NODE, ...node },
		],
		connections: { ...link(START, 'Items'), ...link('Items', NODE) },
	};
}

module.exports = {
	...{ NODE, START, PACKAGE, NOTHING },
	...{ ours, builtIn, httpRequest, workflowOf, codeNode, link },
};
