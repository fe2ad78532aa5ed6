import { listed, shown } from './given';

/** One entry of a list of options: what people read, and what requests want. */
export interface Choice {
	name: string;
	value: unknown;
}

/** Names that a message lists at most. */
const MOST_LISTED = 30;

/**
 * The value that was meant by one of the choices: its value or its name, first to the letter, then in any case.
 * Pure.
 * @param choices undefined for a list that the vendor's organization defines and nobody has looked up: then the
 * value is taken as it is
 * @param isClosed true for choices that the form itself knows, whose values people may type
 */
export function matchOf(
	given: unknown,
	choices: Choice[] | undefined,
	isClosed: boolean,
): { value: unknown } | { complaint: string; hint: string } {
	const isWord = ['string', 'number', 'bigint', 'boolean'].includes(typeof given);
	const text = isWord ? String(given).trim() : '';
	if (isWord && !choices) return { value: typeof given === 'string' ? text : given };
	const inAnyCase = (word: unknown) => String(word).trim().toLowerCase() === text.toLowerCase();
	const tests: Array<(choice: Choice) => boolean> = [
		({ value }) => String(value) === text,
		({ name }) => name.trim() === text,
		({ value }) => inAnyCase(value),
		({ name }) => inAnyCase(name),
	];
	const found = tests.map((test) => (choices ?? []).filter(test)).find(({ length }) => length > 0);
	if (isWord && found?.length === 1) return { value: found[0].value };
	const complaint = `cannot be ${shown(given)}`;
	if (isWord && found) {
		const values = found.map(({ value }) => String(value)).join(', ');
		return {
			complaint: `${complaint}: ${found.length} have this name`,
			hint: `Use one ID: ${values}`,
		};
	}
	const hint = choices
		? hintFor(choices, isClosed)
		: 'Choose it from the list, or give its name or ID';
	return { complaint, hint };
}

function hintFor(choices: Choice[], isClosed: boolean): string {
	if (!choices.length)
		return 'The list at the vendor is empty: give the ID, or leave the field out';
	const words = choices.map((choice) => (isClosed ? wordOf(choice) : choice.name));
	const more = words.length > MOST_LISTED ? ` and ${words.length - MOST_LISTED} more` : '';
	return `Use one of: ${words.slice(0, MOST_LISTED).join(', ')}${more}`;
}

/** The value, unless its name says more: a bare number, or nothing. Either may be given. */
function wordOf({ name, value }: Choice): string {
	const text = String(value);
	return /^\d*$/.test(text) ? name : text;
}

/** The words of a list of options that are no IDs, so that they have to be looked up. Pure. */
export function namesIn(value: unknown, isId: RegExp): string[] {
	return listed(value)
		.filter((word) => typeof word === 'string' || typeof word === 'number')
		.map((word) => String(word).trim())
		.filter((word) => !isId.test(word));
}
