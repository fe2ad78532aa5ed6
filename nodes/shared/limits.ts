import type { INodeProperties } from 'n8n-workflow';

import { lengthOf } from './characters';

/** What a vendor documents about one value. */
export interface Limit {
	/** The vendor as people write it. */
	vendor: string;
	/** Characters of a text, or of each text of a list, at most. */
	characters?: number;
	/** Entries of a list at most. */
	entries?: number;
	/** What to do instead, in place of "Shorten it". */
	advice?: string;
}

/** Beside n8n's own facts about a field: copies of the field keep it, and the editor never sees it. */
const LIMIT = Symbol('limit');

type Limited = INodeProperties & { [LIMIT]?: Limit };

/** A field with the limit that its vendor documents: `Parameters` refuses what is beyond. */
export function limited(field: INodeProperties, limit: Limit): INodeProperties {
	const whole: Limited = { ...field, [LIMIT]: limit };
	return whole;
}

/** What is wrong with a text, or with a list of texts, that is beyond the limit of its field. Pure. */
export function excessOf(
	field: Limited,
	value: string | string[],
): { complaint: string; hint: string } | undefined {
	const { [LIMIT]: limit } = field;
	if (!limit) return;
	const { vendor, characters = Infinity, entries = Infinity, advice } = limit;
	const takes = (most: number) => `${vendor} takes ${most.toLocaleString('en-US')} at most`;
	if (Array.isArray(value) && value.length > entries) {
		const hint = advice ?? 'Leave some out';
		return { complaint: `holds ${value.length} entries, and ${takes(entries)}`, hint };
	}
	const longest = Math.max(...[value].flat().map(lengthOf));
	if (longest <= characters) return;
	const holder = Array.isArray(value) ? 'holds one of' : 'has';
	const hint = advice ?? 'Shorten it';
	return { complaint: `${holder} ${longest} characters, and ${takes(characters)}`, hint };
}
