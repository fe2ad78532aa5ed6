'use strict';

const { PACKAGE } = require('./workflows');

/** @typedef {import('./setup').Bench} Bench */
/** @typedef {import('./production').WithRest} WithRest */
/** @typedef {import('./workflows').NodeUnderTest} NodeUnderTest */
/** @typedef {import('../sandbox/index').Vendor} Vendor */

/**
 * @typedef {object} VendorCase
 * @property {Vendor} vendor
 * @property {string} label
 * @property {string} node name of the node type
 * @property {string} credential its type
 * @property {string} resource
 * @property {string} operation
 * @property {string} path of the request that creates
 * @property {string} [key] the additional field for a key of the user's own
 * @property {object} parameters more of the form
 */

/** @param {Pick<Bench, 'sandbox' | 'targets'>} bench @returns {VendorCase[]} */
function vendorCases({ sandbox, targets }) {
	return Object.entries(targets).map(([vendor, { label, node, credential, create }]) => ({
		vendor: /** @type {Vendor} */ (vendor),
		label,
		node: node.description.name,
		credential,
		resource: create.resource,
		operation: create.operation,
		path: create.path,
		key: create.key,
		parameters: create.fields(sandbox),
	}));
}

/** The vendor's create operation. @param {Pick<Bench, 'credentials'>} bench @param {VendorCase} vendorCase @param {object} [more] @returns {NodeUnderTest} */
function createNode(
	{ credentials },
	{ node, credential, resource, operation, parameters },
	more = {},
) {
	return {
		type: `${PACKAGE}.${node}`,
		parameters: {
			resource,
			operation,
			...parameters,
			title: '={{ $json.title }}',
			...more,
		},
		credentials: { [credential]: credentials[credential] },
	};
}

/** Whether the node's create form has this option. @param {WithRest} bench @param {VendorCase} vendorCase @param {string} option */
async function hasOption({ host }, { node, resource, operation }, option) {
	const types = await host.rest.nodeTypes();
	const type = types.find(({ name }) => name === `${PACKAGE}.${node}`);
	return type.properties.some((/** @type {any} */ property) => {
		const { show } = property.displayOptions ?? {};
		const isHere =
			(show?.resource ?? [resource]).includes(resource) &&
			(show?.operation ?? [operation]).includes(operation);
		const names = (property.options ?? []).map((/** @type {any} */ one) => one.name);
		return property.name === 'options' && isHere && names.includes(option);
	});
}

/** Requests that tried to create. @param {Pick<Bench, 'sandbox'>} bench @param {VendorCase} vendorCase */
function createRequests({ sandbox }, { vendor, path }) {
	return sandbox
		.requests(vendor)
		.filter((request) => request.method === 'POST' && request.path === path).length;
}

module.exports = { vendorCases, createNode, hasOption, createRequests };
