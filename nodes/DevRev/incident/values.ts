import type { Parameters } from '../../shared/form/parameters';
import { isBlank, jsonList, shown } from '../../shared/form/given';
import { asText } from '../../shared/ground/values';
import { ANY_ID } from '../form/ids';

const ID = new RegExp(`^${ANY_ID}$`);

/**
 * A value of a numbered set: DevRev wants the number, never the label (severity 1 is sev-0 unless
 * the organization renamed it). docs/facts/devrev.md#numbered-values.
 */
export function enumId(parameters: Parameters, name: string): number | undefined {
	const value = parameters.option(name);
	return value === undefined ? undefined : toEnumId(parameters, name, value);
}

/** Like `enumId`, for several values. */
export function enumIds(parameters: Parameters, name: string): number[] {
	return parameters.options(name).map((value) => toEnumId(parameters, name, value));
}

function toEnumId(parameters: Parameters, name: string, value: unknown): number {
	const text = asText(value)?.trim() ?? '';
	if (/^\d{1,15}$/.test(text)) return Number(text);
	return parameters.refuse(
		name,
		`must be a number, not ${shown(value)}`,
		'Choose it from the list, or give its name or its number',
	);
}

/** The texts of a field with a row for each, which may hold commas; a row may hold a list, too. */
export function textRows(parameters: Parameters, name: string): string[] {
	const value = parameters.raw(name);
	// A row of its own may be a list, too, also one that is written as JSON; commas belong to a text.
	const rows = [value].flat(Infinity).flatMap((row): unknown[] => {
		const list = typeof row === 'string' ? jsonList(row) : undefined;
		return list ? list.flat(Infinity) : [row];
	});
	return rows
		.filter((row) => !isBlank(row))
		.map((row) => {
			const text = asText(row)?.trim();
			if (text !== undefined && !(typeof row === 'number' && !Number.isFinite(row))) return text;
			return parameters.refuse(
				name,
				`must hold texts only, not ${shown(row)}`,
				'Type texts, or make the expression give a list of texts',
			);
		});
}

/** The texts of a field that takes them with commas in between, or a list from an expression. */
export function textList(parameters: Parameters, name: string): string[] {
	return textRows(parameters, name).flatMap((text) =>
		text
			.split(',')
			.map((part) => part.trim())
			.filter(Boolean),
	);
}

/** IDs of objects that DevRev has no list for. */
export function plainIds(parameters: Parameters, name: string): string[] {
	const ids = textList(parameters, name);
	const wrong = ids.find((id) => !ID.test(id));
	if (wrong === undefined) return [...new Set(ids)];
	return parameters.refuse(
		name,
		`holds something that is not an ID: ${shown(wrong)}`,
		'Paste the full ID, which starts with don:, or the short one such as ARTIFACT-12',
	);
}

/** One such ID. */
export function plainId(parameters: Parameters, name: string): string | undefined {
	const [id, second] = plainIds(parameters, name);
	if (second === undefined) return id;
	return parameters.refuse(name, 'holds more than one ID', 'Leave one');
}
