const shared = {
	rootDir: __dirname,
	testEnvironment: 'node',
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json', diagnostics: false }],
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
			setupFiles: ['<rootDir>/test/support/n8n-environment.js'],
			setupFilesAfterEnv: ['<rootDir>/test/support/messages-setup.js'],
		}),
		project('e2e', { setupFiles: ['<rootDir>/test/support/n8n-environment.js'] }),
	],
	testTimeout: 30_000,
	maxWorkers: 2,
	// Test files leave memory behind, so a worker is replaced in time.
	workerIdleMemoryLimit: '1500MB',
};
