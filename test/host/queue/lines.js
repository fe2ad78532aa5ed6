'use strict';

const { countItems } = require('../../bench/count-items');
const { createNode, hasOption, vendorCases } = require('../../bench/crash-vendors');
const { publishWork } = require('../../bench/production');
const { until } = require('../rest-session');

/** @typedef {import('./bench').QueueBench} QueueBench */
/** @typedef {import('../../bench/crash-vendors').VendorCase} VendorCase */

/**
 * One way to create: what, and what keeps a second run from creating it again.
 *
 * @typedef {object} Line
 * @property {string} label
 * @property {string} guard what a second run is held back by; empty: nothing
 * @property {VendorCase} vendorCase
 * @property {(tag: string) => object} parameters `tag` tells this run's items from others
 * @property {() => string[]} titles of all that the vendor has
 */

const KEY = 'a key of your own';
const SKIP = 'Skip If Already Open';

/** @param {string} tag @param {'title' | 'key'} what */
const ofItem = (tag, what) => `={{ "${tag} " + $json.${what} }}`;

/** @param {QueueBench} bench @param {VendorCase} vendorCase @returns {Promise<Line[]>} */
async function mainLines(bench, vendorCase) {
	const { label, vendor, key } = vendorCase;
	const stored = () => [...bench.targets[vendor].stored(bench.sandbox)];
	/** @type {(guard: string, more: (tag: string) => object) => Line} */
	const line = (guard, more) => ({
		...{ label, guard, vendorCase },
		parameters: (tag) => ({ title: ofItem(tag, 'title'), ...more(tag) }),
		titles: () => stored().map(({ title }) => String(title)),
	});
	const lines = [line('', () => ({}))];
	if (key) lines.push(line(KEY, (tag) => ({ additionalFields: { [key]: ofItem(tag, 'key') } })));
	else if (await hasOption(bench, vendorCase, 'skipIfOpen')) {
		lines.push(line(SKIP, () => ({ options: { skipIfOpen: true } })));
	}
	return lines;
}

/** @param {QueueBench} bench @param {VendorCase} vendorCase @returns {Line[]} */
function furtherLines({ sandbox, targets }, vendorCase) {
	return targets[vendorCase.vendor].byKey.flatMap((create) => {
		const { byKey, resource, operation, path, stored, fields } = create;
		if (!byKey || typeof path !== 'string') return [];
		const credential = create.credential ?? vendorCase.credential;
		const parameters = fields(sandbox);
		return {
			label: byKey.label,
			guard: KEY,
			vendorCase: { ...vendorCase, credential, resource, operation, path, parameters },
			parameters: (/** @type {string} */ tag) => ({
				[byKey.title]: ofItem(tag, 'title'),
				additionalFields: { [byKey.key]: ofItem(tag, 'key') },
			}),
			titles: () =>
				[...stored(sandbox)].map((/** @type {any} */ object) => String(object[byKey.title])),
		};
	});
}

/** Each vendor's create, with nothing that holds a second run back and with what it has for that. @param {QueueBench} bench @returns {Promise<Line[]>} */
async function linesOf(bench) {
	/** @type {Line[]} */
	const lines = [];
	for (const vendorCase of vendorCases(bench)) {
		lines.push(...(await mainLines(bench, vendorCase)), ...furtherLines(bench, vendorCase));
	}
	return lines;
}

/**
 * A published workflow that creates along a line.
 *
 * @param {QueueBench} bench @param {Line} line @param {string} tag @param {number} [items]
 */
async function openLine(bench, line, tag, items = bench.items) {
	const node = createNode(bench, line.vendorCase, line.parameters(tag));
	const { rest, receivers } = bench.host;
	const work = await publishWork(bench, { name: `${line.label} ${tag}`, items, node });
	return {
		id: work.id,
		line,
		/** Has it run once, taken by the process that only takes deliveries. @returns the execution's ID */
		start: async () => {
			const known = (await rest.executions(work.id)).length;
			await work.call(receivers[1]);
			return await until('the execution is there', async () => {
				const all = await rest.executions(work.id);
				return all.length > known ? String(all[0].id) : undefined;
			});
		},
		count: () => countItems(line.titles(), items, tag),
	};
}

/** @typedef {Awaited<ReturnType<typeof openLine>>} OpenLine */

/** @param {Pick<Line, 'label' | 'guard'>} line */
const nameOf = ({ label, guard }) => [label, guard].filter(Boolean).join(', ');

module.exports = { KEY, linesOf, nameOf, openLine };
