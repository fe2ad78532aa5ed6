/**
 * Vendors keep a text in a form of their own. This tells whether one text can be what became of another,
 * by what stores are known to do: nothing is dropped from the stored text that its store could not have
 * dropped from the one that was sent, so that two texts of ours do not become alike by it.
 */

/** A text that was cut has at least so many characters left, or it says nothing. */
const SHORTEST_CUT = 50;
/** Characters of which a key is made: what lies beyond could have been cut off. */
const KEY_LENGTH = 40;
/** Longer texts are compared by so many characters: a comparison must not hold up n8n. */
const MOST_COMPARED = 50_000;

const EMOJI =
	/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3|\p{Surrogate}/gu;
const ENTITIES: { [entity: string]: string } = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	'#39': "'",
	'#x27': "'",
	'#x2f': '/',
	'#34': '"',
};

/** True when `stored` can be what a vendor has made of `sent`. Pure. */
export function isStoredForm(sent: string, stored: string, isMarkdown: boolean): boolean {
	if (sent === stored) return true;
	const found = folded(withoutEntities(stored.slice(0, MOST_COMPARED)));
	return formsOf(sent.slice(0, MOST_COMPARED)).some((form) => {
		const wanted = folded(form);
		if (wanted === found || isCut(wanted, found)) return true;
		if (!isMarkdown) return false;
		const [one, other] = [withoutMarks(form), withoutMarks(withoutEntities(stored))];
		return one === other || isCut(one, other);
	});
}

/** Equal for texts that could be taken for each other. Pure. */
export function textKey(text: string): string {
	const bare = folded(withoutTags(withoutEntities(text.slice(0, MOST_COMPARED))));
	return [...bare.replace(EMOJI, '').replace(/[^\p{L}\p{N}]/gu, '')].slice(0, KEY_LENGTH).join('');
}

/** With and without its tags, with and without its emoji, or with a mark in the place of each. */
function formsOf(text: string): string[] {
	const plain = withoutEntities(text);
	const bases = new Set([plain, withoutTags(plain), withoutTags(text)]);
	return [...bases].flatMap((base) => [
		base,
		base.replace(EMOJI, ''),
		base.replace(EMOJI, '?'),
		base.replace(EMOJI, '\ufffd'),
	]);
}

/** One space for white space of any kind, one form for letters that can be written in two. */
function folded(text: string): string {
	return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function isCut(whole: string, part: string): boolean {
	const bare = part.replace(/(…|\.\.\.)$/, '').trimEnd();
	return [...bare].length >= SHORTEST_CUT && bare.length < whole.length && whole.startsWith(bare);
}

/** `&amp;` is written twice by some. */
function withoutEntities(text: string): string {
	const once = (given: string) =>
		given.replace(/&([a-z]{2,5}|#x?[0-9a-f]{1,4});/gi, (whole, name: string) => {
			return ENTITIES[name.toLowerCase()] ?? whole;
		});
	return once(once(text));
}

/** Bounded, so that a text of many `<` costs no more than others. */
function withoutTags(text: string): string {
	return text.replace(/<[^<>]{0,500}>/g, '');
}

/** Signs that Markdown is written with, which may come back otherwise. */
function withoutMarks(text: string): string {
	return text
		.normalize('NFC')
		.replace(/^[ \t]*(?:[-+*>]|#{1,6}|\d+[.)])[ \t]+/gm, '')
		.replace(/[*_`~\\|]/g, '')
		.replace(/\s+/g, '');
}
