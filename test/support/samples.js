const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const { repositoryRoot } = require('../host/cache');
const { filesBelow, textOf } = require('./files');

/*
 * Output samples (`__schema__`): what n8n's editor shows of an operation's output before it has run.
 * They are made from the items that the engine tests get.
 */

/**
 * @typedef {object} Sample a JSON schema with types only
 * @property {string | string[]} type
 * @property {true} [nullable] on objects and lists: n8n's editor looks into them only when their type is one word
 * @property {Record<string, Sample>} [properties] absent where any key may be
 * @property {Sample} [items]
 */

/** Objects whose keys an organization or a program makes up. */
const FREE_FORM = [
	'additional_info',
	'custom_details',
	'custom_fields',
	'customFields',
	'details',
	'labels',
	'metadata',
];

/** An object with such a key is a map by IDs or times, not a record. */
const LIKE_AN_ID = /^(\d+|don:.*|[0-9a-f]{8}-[0-9a-f]{4}-.*|\d{4}-\d\d-\d\d.*)$/i;

const isGenerating = process.env.GENERATE === '1';

/** Folders below `nodes` by the name of the node in them. */
const folders = new Map(
	filesBelow('nodes', '.node.json').map((file) => [
		JSON.parse(textOf(file)).node.split('.').pop(),
		file.split('/')[1],
	]),
);

/** @type {Map<string, Sample>} */
const collected = new Map();
/** @type {Map<string, Sample | undefined>} */
const read = new Map();

/** @param {string} nodeName @returns {string | undefined} the folder of the node below `nodes` */
const folderOf = (nodeName) => folders.get(nodeName);

/** @param {string} folder @param {string} resource @param {string} operation */
const sampleFile = (folder, resource, operation) =>
	`nodes/${folder}/__schema__/v1.0.0/${resource}/${operation}.json`;

/**
 * Adds an item to its operation's sample (GENERATE=1), or compares it.
 * @param {string} file
 * @param {unknown} item
 * @returns {string[]} what the file does not have; none while there is no file
 */
function takeSample(file, item) {
	const sample = describe(item);
	if (isGenerating) {
		const before = collected.get(file);
		collected.set(file, before ? merge(before, sample) : sample);
		return [];
	}
	if (!read.has(file)) read.set(file, readSample(file));
	const known = read.get(file);
	return known ? missing(known, sample, '') : [];
}

/** Merges what was collected into the files. */
function writeSamples() {
	for (const [file, sample] of collected) {
		const before = readSample(file);
		const path = join(repositoryRoot, file);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, textOfSample(before ? merge(before, sample) : sample));
	}
	collected.clear();
}

/**
 * What the operations with these samples put out together: those that simplify alike put out alike,
 * also where the tests of one of them never met a certain value.
 * @param {string[]} files
 * @returns {string | undefined} the text of each of the files; undefined where none is there
 */
function sharedSample(files) {
	const samples = files.flatMap((file) => readSample(file) ?? []);
	return samples.length ? textOfSample(samples.reduce(merge)) : undefined;
}

/** @param {string} file @returns {Sample | undefined} */
function readSample(file) {
	const path = join(repositoryRoot, file);
	if (!existsSync(path)) return undefined;
	const { type, properties } = JSON.parse(readFileSync(path, 'utf8'));
	return { type, properties };
}

/** As Prettier has it. @param {Sample} sample @returns {string} */
function textOfSample({ type, properties }) {
	const text = JSON.stringify({ type, properties, version: 1 }, null, '\t');
	const lists = text.replace(
		/\[\s+("[^\]]*")\s+\]/g,
		(_, words) => `[${words.replace(/\s+/g, ' ')}]`,
	);
	return `${lists}\n`;
}

/** @param {unknown} value @param {string} [key] @returns {Sample} */
function describe(value, key = '') {
	if (value === null || value === undefined) return { type: 'null' };
	const isFree = FREE_FORM.includes(key);
	if (Array.isArray(value)) {
		if (isFree || !value.length) return { type: 'array' };
		return { type: 'array', items: value.map((one) => describe(one)).reduce(merge) };
	}
	if (typeof value !== 'object') return { type: typeof value };
	if (isFree || Object.keys(value).some((name) => LIKE_AN_ID.test(name))) return { type: 'object' };
	const properties = Object.entries(value).map(([name, inner]) => [name, describe(inner, name)]);
	return { type: 'object', properties: Object.fromEntries(properties) };
}

/** @param {Sample} sample @returns {string[]} */
const typesOf = ({ type, nullable }) => [type, nullable ? 'null' : []].flat();

/** The same whichever of the two comes first, but for the order of keys. @param {Sample} one @param {Sample} other @returns {Sample} */
function merge(one, other) {
	const types = [...new Set([...typesOf(one), ...typesOf(other)])].sort();
	const solid = types.filter((type) => type !== 'null');
	const isNested = solid.length === 1 && ['object', 'array'].includes(solid[0]);
	/** @type {Sample} */
	const merged = { type: types.length === 1 || isNested ? (solid[0] ?? 'null') : solid };
	if (types.includes('null') && solid.length) {
		if (isNested) merged.nullable = true;
		else merged.type = [...solid, 'null'];
	}
	const objects = [one, other].filter((sample) => typesOf(sample).includes('object'));
	if (objects.length && objects.every(({ properties }) => properties)) {
		merged.properties = mergeAll(objects.map(({ properties }) => properties ?? {}));
	}
	const items = [one, other].flatMap((sample) => sample.items ?? []);
	if (items.length) merged.items = items.reduce(merge);
	return merged;
}

/** @param {Array<Record<string, Sample>>} all @returns {Record<string, Sample>} */
function mergeAll(all) {
	/** @type {Record<string, Sample>} */
	const merged = {};
	for (const [key, sample] of all.flatMap((properties) => Object.entries(properties))) {
		merged[key] = key in merged ? merge(merged[key], sample) : sample;
	}
	return merged;
}

/** @param {Sample} known @param {Sample} sample @param {string} path @returns {string[]} */
function missing(known, sample, path) {
	const types = typesOf(known);
	const place = path || 'the item';
	const lacking = typesOf(sample).filter((type) => !types.includes(type));
	if (lacking.length) return [`${place} as ${lacking.join(' or ')}`];
	const inItems = sample.items
		? known.items
			? missing(known.items, sample.items, `${path}[]`)
			: [`the items of ${place}`]
		: [];
	if (!known.properties || !sample.properties) return inItems;
	const { properties } = known;
	const inProperties = Object.entries(sample.properties).flatMap(([key, inner]) => {
		const at = path ? `${path}.${key}` : key;
		return key in properties ? missing(properties[key], inner, at) : [at];
	});
	return [...inItems, ...inProperties];
}

module.exports = {
	describe,
	folderOf,
	merge,
	missing,
	sampleFile,
	sharedSample,
	takeSample,
	writeSamples,
};
