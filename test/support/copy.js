'use strict';

// Not by its name, by which all test files get the same one.
const ownHost = loadOnce.resolve('n8n-workflow');

/**
 * The vendors' files of a second copy of the code, with an n8n-workflow of its own: nothing is the same but what
 * the process has.
 *
 * @returns {Pick<typeof import('./vendorFile'), 'VENDOR_FILES'> & Pick<typeof import('./deliveryCase'), 'DELIVERY_CASES'>
 *   & Pick<typeof import('../../nodes/shared/run/create/inquiry'), 'LOOKS'>}
 */
function anotherCopy() {
	const copy = /** @type {ReturnType<typeof anotherCopy>} */ ({});
	jest.isolateModules(() => {
		jest.doMock('n8n-workflow', () => jest.requireActual(ownHost));
		const { VENDOR_FILES } = require('./vendorFile');
		const { DELIVERY_CASES } = require('./deliveryCase');
		const { LOOKS } = require('../../nodes/shared/run/create/inquiry');
		Object.assign(copy, { VENDOR_FILES, DELIVERY_CASES, LOOKS });
	});
	jest.dontMock('n8n-workflow');
	return copy;
}

module.exports = { anotherCopy };
