import { PagerDutyIncidents } from '../../nodes/PagerDuty/PagerDutyIncidents.node';
import type { VendorFile } from '../support/vendorFile';

export const vendor: VendorFile = {
	vendor: 'pagerDuty',
	name: 'PagerDuty',
	credential: 'pagerDutyIncidentsApi',
	secret: 'apiToken',
	node: new PagerDutyIncidents(),
	create: (sandbox) => ({
		resource: 'incident',
		operation: 'create',
		title: 'One',
		serviceId: {
			__rl: true,
			mode: 'id',
			value: [...sandbox.state('pagerDuty').services.keys()][0],
		},
	}),
	createPath: '/incidents',
	list: { resource: 'incident', operation: 'getAll' },
	listPath: '/incidents',
	search: 'searchServices',
	searchPath: '/services',
	stored: (sandbox) => sandbox.state('pagerDuty').incidents.values(),
};
