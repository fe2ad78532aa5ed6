'use strict';

/*
 * npm run test:versions [-- --only=2.8.4,1.123.81] [--checks=polling,tool]
 *
 * Installs the older n8n that users still have beside the one of the tests (once, 2 GB each), starts each
 * with the packed package and the sandbox, and tries what has failed on one of them. Exit code 1 when
 * a check fails.
 */
const { OLDER_VERSIONS, VERSIONS, ensureHost } = require('./install');
const { ensureDependencies, preparePackage, prepareSandbox } = require('./prepare');
const { table } = require('./table');

/** @typedef {import('./install').Versions} Versions */
/** @typedef {{ name: string, problem: string, said: string, shape?: object }} Result */

const log = (/** @type {string} */ line) => console.log(line);

/** What an n8n wants beyond the usual settings. @param {Versions} versions @returns {Record<string, string>} */
const settingsOf = ({ n8n }) => (n8n.startsWith('1.') ? { N8N_EXPRESSION_ENGINE: 'legacy' } : {});

/** @param {Versions} versions @param {string} tarball @param {string} sandboxModule @returns {Promise<Result[]>} */
async function tryOut(versions, tarball, sandboxModule) {
	// loaded late: they need the project's dependencies
	const { startHost } = require('./host');
	const { CHECKS } = require('./version-checks');
	const sandbox = await require(sandboxModule).startSandbox({});
	try {
		const host = await startHost({ tarball, versions, log, extraEnv: settingsOf(versions) });
		try {
			/** @type {Result[]} */
			const results = [];
			for (const { name, run } of CHECKS.filter(isWanted)) {
				sandbox.reset();
				/** @type {Result} */
				const result = { name, problem: '', said: '' };
				try {
					const seen = (await run({ host, sandbox })) ?? '';
					Object.assign(result, typeof seen === 'string' ? { said: seen } : seen);
				} catch (error) {
					result.problem = /** @type {Error} */ (error).message;
				}
				log(`n8n ${versions.n8n}, ${name}: ${result.problem || result.said || 'right'}`);
				results.push(result);
			}
			return results;
		} finally {
			await host.stop();
		}
	} finally {
		await sandbox.stop();
	}
}

/** @param {string} name @returns {string | undefined} */
const argument = (name) =>
	process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);

const wanted = argument('checks')?.split(',');

/** @param {{ name: string }} check */
const isWanted = ({ name }) => !wanted || wanted.some((word) => name.includes(word));

/** What is put out has the same keys and kinds on every n8n. @param {Result[][]} all */
function compareShapes(all) {
	const newest = all[all.length - 1];
	for (const result of all.slice(0, -1).flat()) {
		const shape = newest.find(({ name }) => name === result.name)?.shape;
		if (!result.shape || !shape || result.problem) continue;
		const own = JSON.stringify(result.shape);
		if (own !== JSON.stringify(shape)) result.problem = `another shape than on the newest: ${own}`;
	}
}

async function main() {
	const only = argument('only');
	const chosen = [...OLDER_VERSIONS, VERSIONS].filter(
		({ n8n }) => !only || only.split(',').includes(n8n),
	);
	if (!chosen.length) throw new Error(`--only=${only} names none of the known versions`);
	await ensureDependencies({ log });
	for (const versions of chosen) await ensureHost({ log, versions });
	const [tarball, sandboxModule] = await Promise.all([
		preparePackage({ log }),
		prepareSandbox({ log }),
	]);
	/** @type {Result[][]} */
	const all = [];
	for (const versions of chosen) all.push(await tryOut(versions, tarball, sandboxModule));
	compareShapes(all);
	const rows = all[0].map(({ name }, index) => [
		name,
		...all.map((results) => (results[index].problem ? 'FAILED' : 'right')),
	]);
	log(`\n${table(['Check', ...chosen.map(({ n8n }) => n8n)], rows)}\n`);
	const failed = all.flat().filter(({ problem }) => problem);
	log(`${all.flat().length - failed.length} of ${all.flat().length} checks right`);
	process.exitCode = failed.length ? 1 : 0;
}

main().catch((error) => {
	console.error(error.message);
	process.exit(1);
});
