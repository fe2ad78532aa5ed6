import type { Alert } from '../../../nodes/shared/alerts/alert';

/** A payload made from a tool's public documentation, in our own values, and the alerts that it is. */
export interface Sample {
	/** `firing`, `resolved` and `grouped` where the tool has it; `odd: …` for the rest. */
	name: string;
	payload: object;
	alerts: readonly Alert[];
}
