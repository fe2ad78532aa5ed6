import type { ICredentialType, INodeType } from 'n8n-workflow';

import { BleemeoApi } from '../../credentials/BleemeoApi.credentials';
import { DevHelmApi } from '../../credentials/DevHelmApi.credentials';
import { DevRevApi } from '../../credentials/DevRevApi.credentials';
import { PagerDutyEventsApi } from '../../credentials/PagerDutyEventsApi.credentials';
import { PagerDutyIncidentsApi } from '../../credentials/PagerDutyIncidentsApi.credentials';
import { PagerDutyIncidentsOAuth2Api } from '../../credentials/PagerDutyIncidentsOAuth2Api.credentials';
import { Bleemeo } from '../../nodes/Bleemeo/Bleemeo.node';
import { BleemeoPollingTrigger } from '../../nodes/Bleemeo/BleemeoPollingTrigger.node';
import { BleemeoTrigger } from '../../nodes/Bleemeo/BleemeoTrigger.node';
import { resources as bleemeo } from '../../nodes/Bleemeo/resources';
import { DevHelm } from '../../nodes/DevHelm/DevHelm.node';
import { DevHelmTrigger } from '../../nodes/DevHelm/DevHelmTrigger.node';
import { resources as devHelm } from '../../nodes/DevHelm/resources';
import { DevRev } from '../../nodes/DevRev/DevRev.node';
import { DevRevTrigger } from '../../nodes/DevRev/DevRevTrigger.node';
import { resources as devRev } from '../../nodes/DevRev/resources';
import { PagerDutyIncidents } from '../../nodes/PagerDuty/PagerDutyIncidents.node';
import { PagerDutyIncidentsTrigger } from '../../nodes/PagerDuty/PagerDutyIncidentsTrigger.node';
import { resources as pagerDuty } from '../../nodes/PagerDuty/resources';
import type { Resource } from '../../nodes/shared/run/operation';

export interface TriggerEntry {
	/** The folder below `nodes`. */
	folder: string;
	file: string;
	node: INodeType;
}

export interface CatalogueEntry extends TriggerEntry {
	resources: Resource[];
}

/** Every action node of the package; the contract tests go through it. */
export const NODES: CatalogueEntry[] = [
	{ folder: 'Bleemeo', file: 'Bleemeo', node: new Bleemeo(), resources: bleemeo },
	{ folder: 'DevHelm', file: 'DevHelm', node: new DevHelm(), resources: devHelm },
	{ folder: 'DevRev', file: 'DevRev', node: new DevRev(), resources: devRev },
	{
		folder: 'PagerDuty',
		file: 'PagerDutyIncidents',
		node: new PagerDutyIncidents(),
		resources: pagerDuty,
	},
];

/** Every trigger node of the package. */
export const TRIGGERS: TriggerEntry[] = [
	{ folder: 'Bleemeo', file: 'BleemeoPollingTrigger', node: new BleemeoPollingTrigger() },
	{ folder: 'Bleemeo', file: 'BleemeoTrigger', node: new BleemeoTrigger() },
	{ folder: 'DevHelm', file: 'DevHelmTrigger', node: new DevHelmTrigger() },
	{ folder: 'DevRev', file: 'DevRevTrigger', node: new DevRevTrigger() },
	{ folder: 'PagerDuty', file: 'PagerDutyIncidentsTrigger', node: new PagerDutyIncidentsTrigger() },
];

export const CREDENTIALS: ICredentialType[] = [
	new BleemeoApi(),
	new DevHelmApi(),
	new DevRevApi(),
	new PagerDutyEventsApi(),
	new PagerDutyIncidentsApi(),
	new PagerDutyIncidentsOAuth2Api(),
];

/** Every operation with the place it has in the menus. */
export const OPERATIONS = NODES.flatMap((entry) =>
	entry.resources.flatMap((resource) =>
		resource.operations.map((operation) => ({ ...entry, resource, operation })),
	),
);
