import type { IDataObject, INodeType } from 'n8n-workflow';

import { Bleemeo } from '../../nodes/Bleemeo/Bleemeo.node';
import { DevHelm } from '../../nodes/DevHelm/DevHelm.node';
import { DevRev } from '../../nodes/DevRev/DevRev.node';
import { PagerDutyIncidents } from '../../nodes/PagerDuty/PagerDutyIncidents.node';
import type { Sandbox, Vendor } from '../sandbox';
import { byId, type Suite } from './suite';

/** What a test that holds for every vendor has to know about one. */
export interface VendorCase {
	vendor: Vendor;
	/** As people write it. */
	name: string;
	credential: keyof Sandbox['credentials'];
	/** The credential's field that holds the first secret. */
	secret: string;
	node: INodeType;
	/** One create; its POST goes to `createPath`. */
	create: (on: Suite) => IDataObject;
	createPath: string;
	/** One list; its requests go to `listPath`. */
	list: IDataObject;
	listPath: string;
	/** A list search of the form that has pages, and where its requests go. */
	search: string;
	searchPath: string;
	/** How many objects of the kind there are. */
	count: (on: Suite) => number;
}

const incident = { resource: 'incident', operation: 'create', title: 'One' };
const incidents = { resource: 'incident', operation: 'getAll' };

export const VENDORS: VendorCase[] = [
	{
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
		count: (on) => on.sandbox.state('bleemeo').events.size,
	},
	{
		vendor: 'devHelm',
		name: 'DevHelm',
		credential: 'devHelmApi',
		secret: 'apiKey',
		node: new DevHelm(),
		create: () => ({ ...incident, severity: 'DOWN' }),
		createPath: '/api/v1/incidents',
		list: incidents,
		listPath: '/api/v1/incidents',
		search: 'searchMonitors',
		searchPath: '/api/v1/monitors',
		count: (on) => on.sandbox.state('devHelm').incidents.size,
	},
	{
		vendor: 'devRev',
		name: 'DevRev',
		credential: 'devRevApi',
		secret: 'accessToken',
		node: new DevRev(),
		create: () => incident,
		createPath: '/incidents.create',
		list: incidents,
		listPath: '/incidents.list',
		search: 'searchParts',
		searchPath: '/parts.list',
		count: (on) => on.sandbox.state('devRev').incidents.size,
	},
	{
		vendor: 'pagerDuty',
		name: 'PagerDuty',
		credential: 'pagerDutyIncidentsApi',
		secret: 'apiToken',
		node: new PagerDutyIncidents(),
		create: (on) => ({
			...incident,
			serviceId: byId([...on.sandbox.state('pagerDuty').services.keys()][0]),
		}),
		createPath: '/incidents',
		list: incidents,
		listPath: '/incidents',
		search: 'searchServices',
		searchPath: '/services',
		count: (on) => on.sandbox.state('pagerDuty').incidents.size,
	},
];
