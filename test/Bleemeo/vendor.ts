import { Bleemeo } from '../../nodes/Bleemeo/Bleemeo.node';
import type { VendorFile } from '../support/vendorFile';

export const vendor: VendorFile = {
	vendor: 'bleemeo',
	name: 'Bleemeo',
	credential: 'bleemeoApi',
	secret: 'password',
	node: new Bleemeo(),
	create: () => ({ resource: 'event', operation: 'create', title: 'One' }),
	createPath: '/v1/event/',
	list: { resource: 'event', operation: 'getAll' },
	listPath: '/v1/event/',
	search: 'searchAgents',
	searchPath: '/v1/agent/',
	stored: (sandbox) => sandbox.state('bleemeo').events.values(),
};
