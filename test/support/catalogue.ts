import type { ICredentialType, INodeType } from 'n8n-workflow';

import { BleemeoApi } from '../../credentials/BleemeoApi.credentials';
import { DevHelmApi } from '../../credentials/DevHelmApi.credentials';
import { DevRevApi } from '../../credentials/DevRevApi.credentials';
import { PagerDutyIncidentsApi } from '../../credentials/PagerDutyIncidentsApi.credentials';
import { Bleemeo } from '../../nodes/Bleemeo/Bleemeo.node';
import { event } from '../../nodes/Bleemeo/event';
import { DevHelm } from '../../nodes/DevHelm/DevHelm.node';
import { incident as devHelmIncident } from '../../nodes/DevHelm/incident';
import { DevRev } from '../../nodes/DevRev/DevRev.node';
import { incident as devRevIncident } from '../../nodes/DevRev/incident';
import { incident as pagerDutyIncident } from '../../nodes/PagerDuty/incident';
import { PagerDutyIncidents } from '../../nodes/PagerDuty/PagerDutyIncidents.node';
import type { Resource } from '../../nodes/shared/operation';

export interface CatalogueEntry {
	/** The folder below `nodes`. */
	folder: string;
	file: string;
	node: INodeType;
	resources: Resource[];
}

/** Every action node of the package; the contract tests go through it. */
export const NODES: CatalogueEntry[] = [
	{ folder: 'Bleemeo', file: 'Bleemeo', node: new Bleemeo(), resources: [event] },
	{ folder: 'DevHelm', file: 'DevHelm', node: new DevHelm(), resources: [devHelmIncident] },
	{ folder: 'DevRev', file: 'DevRev', node: new DevRev(), resources: [devRevIncident] },
	{
		folder: 'PagerDuty',
		file: 'PagerDutyIncidents',
		node: new PagerDutyIncidents(),
		resources: [pagerDutyIncident],
	},
];

export const CREDENTIALS: ICredentialType[] = [
	new BleemeoApi(),
	new DevHelmApi(),
	new DevRevApi(),
	new PagerDutyIncidentsApi(),
];

/** Every operation with the place it has in the menus. */
export const OPERATIONS = NODES.flatMap((entry) =>
	entry.resources.flatMap((resource) =>
		resource.operations.map((operation) => ({ ...entry, resource, operation })),
	),
);
