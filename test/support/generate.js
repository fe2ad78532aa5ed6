'use strict';

/*
 * npm run generate [-- part of a test file's path]
 *
 * Writes what is made from the code and its tests: the output samples (`__schema__`), the search words
 * of the nodes (codex), tables in docs and docs/messages.md. With a path, only the samples of those
 * tests are added to.
 */
const { spawnSync } = require('node:child_process');
const { rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const { repositoryRoot } = require('../host/cache');
const { filesBelow } = require('./files');
const { clearMessages, messagesPage } = require('./messages');

const only = process.argv.slice(2);
const PARTS = 4;

/** @param {string[]} args @returns {boolean} */
function runNode(args) {
	const { status } = spawnSync(process.execPath, args, {
		cwd: repositoryRoot,
		env: { ...process.env, GENERATE: '1' },
		stdio: 'inherit',
	});
	return status === 0;
}

const bin = (/** @type {string} */ path) => join(repositoryRoot, 'node_modules', path);
const jest = (/** @type {string} */ project, /** @type {string[]} */ more) =>
	runNode([bin('jest/bin/jest.js'), ...more, `--selectProjects=${project}`, '--silent']);
const samples = () => filesBelow('nodes', '.json').filter((file) => file.includes('/__schema__/'));

// From nothing, so that what no test puts out any more goes too.
clearMessages();
if (!only.length) for (const file of samples()) rmSync(join(repositoryRoot, file));

const sequencer = `--testSequencer=${join(__dirname, 'sequencer.js')}`;
// One after the other, since several files add to one sample; in parts, since each file keeps its memory.
const parts = only.length
	? [only]
	: Array.from({ length: PARTS }, (_, index) => [`--shard=${index + 1}/${PARTS}`]);
const isGreen = parts
	.map((part) => jest('engine', [...part, '--runInBand', sequencer]))
	.every(Boolean);
const isWritten = jest('contract', ['test/contract/generated']);
if (!only.length) writeFileSync(join(repositoryRoot, 'docs', 'messages.md'), messagesPage());
const files = [...samples(), ...filesBelow('nodes', '.node.json')];
const isTidy = runNode([bin('prettier/bin/prettier.cjs'), '--write', '--log-level=warn', ...files]);

console.log(`${samples().length} output samples`);
if (!isGreen) console.error('Some engine tests failed: what they put out may be missing.');
process.exitCode = isGreen && isWritten && isTidy ? 0 : 1;
