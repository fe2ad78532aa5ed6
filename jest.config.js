const shared = {
	rootDir: __dirname,
	testEnvironment: '<rootDir>/test/support/environment.js',
	moduleNameMapper: {
		'^(n8n-core|n8n-workflow|yaml|axios|typescript|luxon|flatted)$':
			'<rootDir>/test/support/once/$1.js',
	},
	transform: {
		// Types are checked by `npm run typecheck`. With source maps, so that the marked line is the failing one.
		'^.+\\.ts$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
				module: { type: 'commonjs' },
				sourceMaps: 'inline',
			},
		],
	},
	modulePathIgnorePatterns: ['<rootDir>/.cache/', '<rootDir>/dist/'],
};

/**
 * One project a layer, told apart by the file's ending.
 * @param {string} layer
 * @param {object} [more]
 */
const project = (layer, more = {}) => ({
	...shared,
	displayName: layer,
	testMatch: [`<rootDir>/test/**/*.${layer}.test.ts`],
	...more,
});

module.exports = {
	projects: [
		project('pure'),
		project('contract'),
		project('engine', {
			setupFilesAfterEnv: ['<rootDir>/test/support/messages-setup.js'],
		}),
		project('e2e'),
		// No part of npm test: npm run test:wait.
		project('long'),
	],
	// For a machine that is busy with other things; nothing waits for it in vain.
	testTimeout: 120_000,
	// Half of what the tests do is waiting for answers that come late on purpose.
	maxWorkers: 4,
	// What a test file leaves behind adds up, so a worker is replaced in time.
	workerIdleMemoryLimit: '1500MB',
};
