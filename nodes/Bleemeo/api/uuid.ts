/** A regular expression for an ID. */
export const UUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const WHOLE = new RegExp(`^${UUID}$`);

/** Whether the text is an ID as Bleemeo has them, in any case of letters. docs/facts/bleemeo.md#addresses-and-conventions. */
export function isUuid(text: string): boolean {
	return WHOLE.test(text);
}
