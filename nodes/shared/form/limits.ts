import type { INodeProperties } from 'n8n-workflow';

import { lengthOf } from '../ground/characters';
import { shown } from './given';

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
	const count = (number: number) => number.toLocaleString('en-US');
	const takes = (most: number) => `${vendor} takes ${count(most)} at most`;
	if (Array.isArray(value) && value.length > entries) {
		const hint = advice ?? 'Leave some out';
		return { complaint: `holds ${value.length} entries, and ${takes(entries)}`, hint };
	}
	const long = [value].flat().find((text) => lengthOf(text) > characters);
	if (long === undefined) return;
	const isOne = Array.isArray(value);
	const complaint = `${isOne ? 'holds one of' : 'has'} ${count(lengthOf(long))} characters, and ${takes(characters)}`;
	return {
		complaint: isOne ? `${complaint}: ${shown(long)}` : complaint,
		hint: advice ?? 'Shorten it',
	};
}
