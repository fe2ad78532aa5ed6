import type { Reader } from '../../shared/run/operation';
import { asText } from '../../shared/ground/values';
import { recordOf } from '../api/profile';

/**
 * The ID of an incident that may have been given by its number: paths take both, bodies only IDs.
 * docs/facts/pagerduty.md#reading-one-incident.
 */
export async function idOf({ read }: Reader, idOrNumber: string): Promise<string> {
	if (!/^\d+$/.test(idOrNumber)) return idOrNumber;
	const path = `/incidents/${idOrNumber}`;
	const [incident] = await read({ method: 'GET', path }, recordOf('incident'));
	return asText(incident.id) ?? idOrNumber;
}
