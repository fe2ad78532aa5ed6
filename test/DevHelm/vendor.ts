import { DevHelm } from '../../nodes/DevHelm/DevHelm.node';
import type { VendorFile } from '../support/vendorFile';

export const vendor: VendorFile = {
	vendor: 'devHelm',
	name: 'DevHelm',
	credential: 'devHelmApi',
	secret: 'apiKey',
	node: new DevHelm(),
	create: () => ({ resource: 'incident', operation: 'create', title: 'One', severity: 'DOWN' }),
	createPath: '/api/v1/incidents',
	list: { resource: 'incident', operation: 'getAll' },
	listPath: '/api/v1/incidents',
	search: 'searchMonitors',
	searchPath: '/api/v1/monitors',
	stored: (sandbox) => sandbox.state('devHelm').incidents.values(),
};
