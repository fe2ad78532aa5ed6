/*
 * node scan.mjs <folder of the scanner> <source> <packed>
 *
 * Lints a tree as n8n's own scanner does: with its configuration, no comment being able to silence a rule, the
 * source (what is shipped of it) and the packed JavaScript. Writes one line for each finding.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [home, source, packed] = process.argv.slice(2);
const file = path.join(home, 'node_modules/@n8n/scan-community-package/scanner/scanner.mjs');
const { buildScanConfig, SOURCE_FILE_PATTERNS } = await import(pathToFileURL(file).href);
const { ESLint } = createRequire(file)('eslint');

/** @param {string} cwd @param {string[]} patterns */
async function lint(cwd, patterns) {
	const eslint = new ESLint({
		cwd,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: await buildScanConfig(),
	});
	const results = await eslint.lintFiles(patterns);
	if (!results.length) throw new Error(`nothing to lint in ${cwd}`);
	return results.flatMap(({ filePath, messages }) =>
		messages.map(
			({ line, ruleId, severity, message }) =>
				`${path.relative(cwd, filePath)}:${line}: ${severity > 1 ? 'error' : 'warning'} ${ruleId}: ${message}`,
		),
	);
}

const findings = [
	...(await lint(source, SOURCE_FILE_PATTERNS)),
	...(await lint(packed, ['**/*.js', 'package.json'])),
];
findings.forEach((finding) => console.log(finding));
