'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** @returns {string} a new folder, which is left to the machine to remove */
const temporaryFolder = () => fs.mkdtempSync(path.join(os.tmpdir(), 'incident-ops-twin-'));

/** @param {string} file @param {string} text @returns {number} lines that contain it */
const lineCount = (file, text) =>
	fs
		.readFileSync(file, 'utf8')
		.split('\n')
		.filter((line) => line.includes(text)).length;

module.exports = { lineCount, temporaryFolder };
