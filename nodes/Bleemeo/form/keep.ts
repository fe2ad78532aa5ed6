import { sameId } from '../event/thread';

/** True for what belongs to the wanted agent; also where nobody is wanted, or a row does not tell. */
export function isOf(wanted: string | undefined, shown: unknown): boolean {
	return wanted === undefined || shown === undefined || sameId(shown, wanted);
}
