'use strict';

/*
 * npm run release:check
 *
 * Says why the package may not be published yet. In GitHub Actions it knows the tag and the repository, and it is the
 * first step of publish.yml: the names in package.json are the owner's, and npm shows whatever stands there.
 */
const fs = require('node:fs');
const path = require('node:path');

/**
 * @typedef {object} Release
 * @property {{ name: string, version: string, homepage: string, author: { name: string, email: string }, repository: { url: string } }} manifest
 * @property {string} changelog
 * @property {string} [tag] that is published
 * @property {string} [repository] in which this runs, as `owner/name`
 */

/** @param {Release} release @returns {string[]} empty when it may be published */
function problemsOf({ manifest, changelog, tag, repository }) {
	const { version, homepage, repository: source } = manifest;
	const problems = [];
	const address = source.url.replace(/^git\+/, '').replace(/\.git$/, '');
	if (homepage !== `${address}#readme`) {
		problems.push(`package.json: homepage ${homepage} is not of the repository ${address}`);
	}
	if (tag !== undefined && tag !== version) {
		problems.push(`the tag is ${tag}, and package.json has version ${version}`);
	}
	if (repository !== undefined && !address.endsWith(`/${repository}`)) {
		problems.push(
			`package.json names the repository ${address}, and this is ${repository}: docs/release.md#names-to-confirm`,
		);
	}
	const [, newest] = /^## (\S+)$/m.exec(changelog) ?? [];
	// Until there is a tag, what comes next may stand above.
	const isNext = tag === undefined && newest === 'Unreleased';
	if (newest !== version && !isNext) {
		problems.push(`CHANGELOG.md begins with ${newest}, and package.json has version ${version}`);
	}
	return problems;
}

function main() {
	const root = path.resolve(__dirname, '..');
	const read = (/** @type {string} */ file) => fs.readFileSync(path.join(root, file), 'utf8');
	const { GITHUB_REF_TYPE, GITHUB_REF_NAME, GITHUB_REPOSITORY } = process.env;
	const problems = problemsOf({
		manifest: JSON.parse(read('package.json')),
		changelog: read('CHANGELOG.md'),
		tag: GITHUB_REF_TYPE === 'tag' ? GITHUB_REF_NAME : undefined,
		repository: GITHUB_REPOSITORY,
	});
	for (const problem of problems) console.error(`release check: ${problem}`);
	console.log(`release check: ${problems.length} problems`);
	process.exitCode = problems.length ? 1 : 0;
}

if (require.main === module) main();

module.exports = { problemsOf };
