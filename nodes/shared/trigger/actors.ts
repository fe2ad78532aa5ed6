import type { INodeProperties } from 'n8n-workflow';

import { locatorList, type IdKind } from '../form/fields';

/** "Ignored Actors", for the filters of every trigger whose events say who did it. Read it with `Parameters.ids`. */
export function ignoredActors(kind: IdKind, description: string): INodeProperties {
	return locatorList(kind, {
		displayName: 'Ignored Actors',
		name: 'ignoredActorIds',
		rowName: 'ignoredActorId',
		description,
	});
}
