'use strict';

/**
 * The package's own nodes on an n8n whose module lacks some of its exports.
 *
 * @param {string[]} missing names of exports
 * @returns {typeof import('./catalogue')}
 */
function catalogueWithout(missing) {
	/** @type {typeof import('./catalogue') | undefined} */
	let catalogue;
	jest.isolateModules(() => {
		const { ...host } = jest.requireActual('n8n-workflow');
		for (const name of missing) delete host[name];
		jest.doMock('n8n-workflow', () => host);
		catalogue = require('./catalogue');
	});
	jest.dontMock('n8n-workflow');
	if (!catalogue) throw new Error('The catalogue was not loaded');
	return catalogue;
}

module.exports = { catalogueWithout };
