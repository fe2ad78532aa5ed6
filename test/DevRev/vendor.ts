import { DevRev } from '../../nodes/DevRev/DevRev.node';
import type { VendorFile } from '../support/vendorFile';

export const vendor: VendorFile = {
	vendor: 'devRev',
	name: 'DevRev',
	credential: 'devRevApi',
	secret: 'accessToken',
	node: new DevRev(),
	create: () => ({ resource: 'incident', operation: 'create', title: 'One' }),
	createPath: '/incidents.create',
	list: { resource: 'incident', operation: 'getAll' },
	listPath: '/incidents.list',
	search: 'searchParts',
	searchPath: '/parts.list',
	stored: (sandbox) => sandbox.state('devRev').incidents.values(),
};
