'use strict';

const { PACKAGE } = require('./workflows');

/** @typedef {import('./setup').Bench} Bench */
/** @typedef {import('./workflows').NodeUnderTest} NodeUnderTest */
/** @typedef {import('../sandbox/index').Vendor} Vendor */

/**
 * @typedef {object} VendorCase
 * @property {Vendor} vendor
 * @property {string} label
 * @property {string} node name of the node type
 * @property {string} credential its type
 * @property {string} resource
 * @property {string} path of the request that creates
 * @property {object} parameters more of the form
 */

/** @param {Bench} bench @returns {VendorCase[]} */
function vendorCases({ serviceId }) {
	const service = { serviceId: { __rl: true, mode: 'id', value: serviceId } };
	return [
		{
			vendor: 'pagerDuty',
			label: 'PagerDuty',
			node: 'pagerDutyIncidents',
			credential: 'pagerDutyIncidentsApi',
			resource: 'incident',
			path: '/incidents',
			parameters: service,
		},
		{
			vendor: 'devHelm',
			label: 'DevHelm',
			node: 'devHelm',
			credential: 'devHelmApi',
			resource: 'incident',
			path: '/api/v1/incidents',
			parameters: { severity: 'DOWN' },
		},
		{
			vendor: 'devRev',
			label: 'DevRev',
			node: 'devRev',
			credential: 'devRevApi',
			resource: 'incident',
			path: '/incidents.create',
			parameters: {},
		},
		{
			vendor: 'bleemeo',
			label: 'Bleemeo',
			node: 'bleemeo',
			credential: 'bleemeoApi',
			resource: 'event',
			path: '/v1/event/',
			parameters: { status: 2 },
		},
	];
}

/** The vendor's create operation. @param {Bench} bench @param {VendorCase} vendorCase @param {object} [more] @returns {NodeUnderTest} */
function createNode({ credentials }, { node, credential, resource, parameters }, more = {}) {
	return {
		type: `${PACKAGE}.${node}`,
		parameters: {
			resource,
			operation: 'create',
			title: '={{ $json.title }}',
			...parameters,
			...more,
		},
		credentials: { [credential]: credentials[credential] },
	};
}

/** Whether the node's create form has this option. @param {Bench} bench @param {VendorCase} vendorCase @param {string} option */
async function hasOption({ host }, { node, resource }, option) {
	const types = await host.rest.nodeTypes();
	const type = types.find(({ name }) => name === `${PACKAGE}.${node}`);
	return type.properties.some((/** @type {any} */ property) => {
		const { show } = property.displayOptions ?? {};
		const isHere =
			(show?.resource ?? [resource]).includes(resource) &&
			(show?.operation ?? ['create']).includes('create');
		const names = (property.options ?? []).map((/** @type {any} */ one) => one.name);
		return property.name === 'options' && isHere && names.includes(option);
	});
}

/** Requests that tried to create. @param {Bench} bench @param {VendorCase} vendorCase */
function createRequests({ sandbox }, { vendor, path }) {
	return sandbox
		.requests(vendor)
		.filter((request) => request.method === 'POST' && request.path === path).length;
}

module.exports = { vendorCases, createNode, hasOption, createRequests };
