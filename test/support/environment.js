'use strict';

/*
 * Jest gives each test file modules of its own, and each would load n8n-core and the like anew: that was half of what
 * the tests cost. What is no code of ours is loaded once for a worker; test files get it by the shims in `once`.
 */
const { isNativeError } = require('node:util/types');

const { TestEnvironment } = require('jest-environment-node');

require('./n8n-environment');

module.exports = class extends TestEnvironment {
	/** @param {ConstructorParameters<typeof TestEnvironment>} given */
	constructor(...given) {
		super(...given);
		this.global.loadOnce = require;
		// A test file has an Error of its own, and what is loaded once another; each takes the other's for one.
		for (const own of [Error, this.global.Error]) takeAllErrors(own);
	}
};

/** @param {ErrorConstructor} own */
function takeAllErrors(own) {
	const usual = Function.prototype[Symbol.hasInstance];
	Object.defineProperty(own, Symbol.hasInstance, {
		configurable: true,
		/** @this {ErrorConstructor} @param {unknown} value */
		value(value) {
			return usual.call(this, value) || (this === own && isNativeError(value));
		},
	});
}
