const Sequencer = require('@jest/test-sequencer').default;

/** Test files by name, so that what is generated from them comes out the same every time. */
module.exports = class extends Sequencer {
	/** @param {import('@jest/test-result').Test[]} tests */
	sort(tests) {
		return [...tests].sort((one, other) => (one.path < other.path ? -1 : 1));
	}
};
