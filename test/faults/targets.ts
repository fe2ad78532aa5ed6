import type { IDataObject, INodeType } from 'n8n-workflow';

import { Bleemeo } from '../../nodes/Bleemeo/Bleemeo.node';
import { DevHelm } from '../../nodes/DevHelm/DevHelm.node';
import { DevRev } from '../../nodes/DevRev/DevRev.node';
import { PagerDutyIncidents } from '../../nodes/PagerDuty/PagerDutyIncidents.node';
import type { Sandbox, Vendor } from '../sandbox';

/** An object as the vendor holds it. */
export interface Stored {
	id: string;
	title: string | null;
}

/** How one vendor's create is reached, and how its result is looked at from behind. */
export interface Target {
	label: string;
	node: INodeType;
	credential: keyof Sandbox['credentials'];
	parameters: (sandbox: Sandbox) => IDataObject;
	stored: (sandbox: Sandbox) => Iterable<Stored>;
}

const create = { operation: 'create', title: '={{ $json.title }}' };

export const TARGETS: { [vendor in Vendor]: Target } = {
	bleemeo: {
		label: 'Bleemeo',
		node: new Bleemeo(),
		credential: 'bleemeoApi',
		parameters: () => ({ ...create, resource: 'event' }),
		stored: (sandbox) => sandbox.state('bleemeo').events.values(),
	},
	devHelm: {
		label: 'DevHelm',
		node: new DevHelm(),
		credential: 'devHelmApi',
		parameters: () => ({ ...create, resource: 'incident' }),
		stored: (sandbox) => sandbox.state('devHelm').incidents.values(),
	},
	devRev: {
		label: 'DevRev',
		node: new DevRev(),
		credential: 'devRevApi',
		parameters: () => ({ ...create, resource: 'incident' }),
		stored: (sandbox) => sandbox.state('devRev').incidents.values(),
	},
	pagerDuty: {
		label: 'PagerDuty',
		node: new PagerDutyIncidents(),
		credential: 'pagerDutyIncidentsApi',
		parameters: (sandbox) => {
			const [value] = sandbox.state('pagerDuty').services.keys();
			return { ...create, resource: 'incident', serviceId: { __rl: true, mode: 'id', value } };
		},
		stored: (sandbox) => sandbox.state('pagerDuty').incidents.values(),
	},
};
