import type { Steps } from '../../shared/run/operation';
import { asText } from '../../shared/ground/values';
import { recordOf } from '../api/profile';

/**
 * The ID of an incident that may have been given by its number: paths take both, bodies only IDs.
 * docs/facts/pagerduty.md#reading-one-incident.
 */
export async function idOf(steps: Steps, idOrNumber: string): Promise<string> {
	if (!/^\d+$/.test(idOrNumber)) return idOrNumber;
	const path = `/incidents/${idOrNumber}`;
	const read = recordOf('incident');
	const reply = await steps.send({ method: 'GET', path }, 'read', read);
	return asText(read(reply)?.[0].id) ?? idOrNumber;
}
