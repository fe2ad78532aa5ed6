const { dirname, join } = require('node:path');

/**
 * Makes this n8n treat `ignoreHttpStatusErrors` as those before 2.11 do, for the tests of one file: an object with
 * exceptions is a plain yes.
 */
function readExceptionsAsYes() {
	const core = dirname(loadOnce.resolve('n8n-core'));
	const network = dirname(loadOnce.resolve('@n8n/backend-network', { paths: [core] }));
	const utils = loadOnce(join(network, 'http', 'axios', 'utils.js'));
	const usual = utils.isIgnoreStatusErrorConfig;
	beforeAll(() => {
		utils.isIgnoreStatusErrorConfig = () => false;
	});
	afterAll(() => {
		utils.isIgnoreStatusErrorConfig = usual;
	});
}

module.exports = { readExceptionsAsYes };
