const { dirname, join } = require('node:path');

/** Makes this n8n treat `ignoreHttpStatusErrors` as those before 2.11 do: an object with exceptions is a plain yes. */
function readExceptionsAsYes() {
	const core = dirname(require.resolve('n8n-core'));
	const network = dirname(require.resolve('@n8n/backend-network', { paths: [core] }));
	const utils = require(join(network, 'http', 'axios', 'utils.js'));
	utils.isIgnoreStatusErrorConfig = () => false;
}

module.exports = { readExceptionsAsYes };
