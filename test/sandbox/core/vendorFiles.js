const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const SANDBOX = join(__dirname, '..');

/**
 * Loads the `vendor` of each folder of the sandbox that has a `vendor.ts`, in the order of their names.
 * @returns {unknown[]}
 */
function vendorFiles() {
	return readdirSync(SANDBOX, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => join(SANDBOX, name, 'vendor'))
		.filter((file) => existsSync(`${file}.ts`) || existsSync(`${file}.js`))
		.sort()
		.map((file) => require(file).vendor);
}

module.exports = { vendorFiles };
