'use strict';

/** @type {Map<string, unknown>} */
const store = new Map();

/**
 * What all test files of a worker share. Tests must not change it: it is for what is made from files alone.
 * @template Value
 * @param {string} name
 * @param {() => Value} make
 * @returns {Value}
 */
function kept(name, make) {
	const made = /** @type {Value} */ (store.get(name) ?? make());
	store.set(name, made);
	return made;
}

module.exports = { kept };
