import { asText } from '../../shared/ground/values';

/** True for what belongs to the wanted agent; also where nobody is wanted, or a row does not tell. */
export function isOf(wanted: string | undefined, shown: unknown): boolean {
	if (wanted === undefined || shown === undefined) return true;
	return asText(shown)?.toLowerCase() === wanted.toLowerCase();
}
