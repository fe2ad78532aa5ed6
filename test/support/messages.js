'use strict';

const { workerLines } = require('./worker-lines');

/*
 * Every text that a user can meet, gathered while the tests run (GENERATE=1) and written to
 * docs/messages.md, to be read as a whole: by somebody woken at three.
 */

/**
 * @typedef {object} Message
 * @property {string} kind what the failure is, `notice` or `log`
 * @property {string} vendor
 * @property {string} text
 * @property {string} advice
 */

const lines = workerLines('messages');

/** @type {Map<string, Message>} */
const seen = new Map();

/** @param {Message} message */
const note = (message) => seen.set(JSON.stringify(message), message);

/** What differs from run to run and from item to item, as a word. @param {string} text */
function general(text) {
	return text
		.replace(/https?:\/\/[^\s"'),]+/g, '{address}')
		.replace(/\bdon:[^\s"'),]*[^\s"'),.]/g, '{ID}')
		.replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,}\b/gi, '{ID}')
		.replace(/"(?!By ID")(?:[^"\\]|\\.)*"/g, '"…"')
		.replace(/\b(?=[A-Z0-9]*\d)[A-Z0-9]{7,}\b/g, '{ID}')
		.replace(/\b(INC|ISS|TKT|PROD|CAPL|FEAT|ENH)-\d+\b/g, '$1-{n}')
		.replace(/\b\d+(?:[.,:]\d+)*/g, '{n}')
		.replace(/\s+/g, ' ')
		.trim();
}

/**
 * @template {{ message: string, description: string, details: Record<string, unknown> }} Said
 * @param {Said} said
 * @param {{ name: string }} vendor
 * @param {{ action: string }} deed
 * @returns {Said} as it is
 */
function noteFailure(said, { name }, { action }) {
	const { vendorMessage, kind = 'other' } = said.details;
	const own = vendorMessage
		? said.message.replace(String(vendorMessage), '{its own text}')
		: said.message;
	const shown = own.replace(`'${action}'`, "'{action}'").replace(`${action} `, '{action} ');
	note({
		kind: String(kind),
		vendor: name,
		text: general(shown).replaceAll(name, '{vendor}'),
		// The facts at the end; what stands in them may have brackets of its own.
		advice: general(
			said.description.replace(/\s*\[(?:GET|POST|PUT|PATCH|DELETE) .*\]$/s, ''),
		).replaceAll(name, '{vendor}'),
	});
	return said;
}

/** @param {string} text @param {{ name: string }} vendor */
function noteNotice(text, { name }) {
	note({
		kind: 'notice',
		vendor: name,
		text: general(text).replaceAll(name, '{vendor}'),
		advice: '',
	});
}

/** @param {string} text */
function noteWarning(text) {
	note({ kind: 'log', vendor: 'triggers', text: general(text), advice: '' });
}

/** Writes what this test file has met. */
function writeMessages() {
	lines.write(seen.values());
	seen.clear();
}

/** @type {Array<[string, string]>} */
const CHAPTERS = [
	['input', 'Refused before anything is sent: something in the form'],
	['refused', 'The vendor said no, or somebody in its place'],
	['limited', 'A limit'],
	['failed', 'Trouble at the vendor'],
	['noReply', 'No whole answer'],
	['unreachable', 'No connection'],
	['unreadable', 'An answer that is none'],
	['redirected', 'Sent on to another address'],
	['signIn', 'The sign-in'],
	['blocked', 'Held back by this n8n'],
	['host', "n8n's own database"],
	['cancelled', 'Stopped'],
	['defect', 'Defects'],
	['other', 'Others'],
	['notice', 'Notices of a run that succeeded'],
	['log', "n8n's log, where there is no screen"],
];

/** What `test/shared/madeUp` says, nobody meets. */
const MADE_UP = 'Made Up';

/** @returns {string} docs/messages.md */
function messagesPage() {
	/** @type {Message[]} */
	const all = lines.read();
	/** @type {Map<string, Message & { vendors: Set<string> }>} */
	const texts = new Map();
	for (const one of all.filter(({ vendor }) => vendor !== MADE_UP)) {
		const key = JSON.stringify([one.kind, one.text, one.advice]);
		const known = texts.get(key) ?? { ...one, vendors: new Set() };
		texts.set(key, known);
		known.vendors.add(one.vendor);
	}
	const cell = (/** @type {string} */ text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
	const chapters = CHAPTERS.flatMap(([kind, title]) => {
		const own = [...texts.values()]
			.filter((one) => one.kind === kind)
			.sort((one, other) => (one.text + one.advice < other.text + other.advice ? -1 : 1));
		if (!own.length) return [];
		const rows = own.map(
			({ text, advice, vendors }) =>
				`| ${cell(text)} | ${cell(advice)} | ${[...vendors].sort().join(', ')} |`,
		);
		return [
			`## ${title}`,
			'',
			'| What is said | What to do | Where |',
			'|---|---|---|',
			...rows,
			'',
		];
	});
	return [
		'# Messages',
		'',
		`Written by \`npm run generate\` from what the engine tests met: ${texts.size} texts. What differs from item to item`,
		'stands in braces or as "…"; status, code and request ID, which follow each advice, are left out.',
		'',
		...chapters,
	].join('\n');
}

module.exports = {
	clearMessages: lines.clear,
	messagesPage,
	noteFailure,
	noteNotice,
	noteWarning,
	writeMessages,
};
