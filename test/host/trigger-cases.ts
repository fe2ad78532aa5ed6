import type { IDataObject } from 'n8n-workflow';

import type { Sandbox, Vendor } from '../sandbox';
import type { Deliveries } from '../sandbox/core/deliveries';
import { webhookIncident as devRevIncident } from '../sandbox/devrev/webhooks/watch';
import { webhookIncident as devHelmIncident } from '../sandbox/devhelm/webhooks';
import { webhookIncident } from '../sandbox/pagerduty/webhooks';

/** What a vendor keeps about one subscription, in short. */
export interface Subscribed {
	url: string;
	events: string[];
	isOn: boolean;
}

/** A webhook trigger and its vendor, for tests that are the same for all. */
export interface TriggerCase {
	/** Name of the node type. */
	type: string;
	credential: keyof Sandbox['credentials'];
	vendor: Vendor;
	parameters: IDataObject;
	/** Other events, and how the vendor calls them. */
	changed: { parameters: IDataObject; events: string[] };
	deliveries: (sandbox: Sandbox) => Deliveries;
	subscribed: (sandbox: Sandbox) => Subscribed[];
	/** Switches all off, as the vendor does after failures. */
	disable: (sandbox: Sandbox) => void;
	/** Deletes all at the vendor. */
	remove: (sandbox: Sandbox) => void;
	/** Something happens that the parameters ask for; resolves when the vendor has begun to tell of it. */
	happen: (sandbox: Sandbox) => Promise<void> | void;
	/** Has the vendor sign, where that is a choice. @returns what the credential holds for it */
	sign?: (sandbox: Sandbox) => IDataObject;
	/** The call that registers, where the method does not tell it from the others. */
	createPath?: string;
}

export const TRIGGER_CASES: TriggerCase[] = [
	{
		type: 'devRevTrigger',
		credential: 'devRevApi',
		vendor: 'devRev',
		parameters: { events: ['incident_created'] },
		changed: {
			parameters: { events: ['incident_created', 'incident_resolved'] },
			events: ['incident_created', 'incident_updated'],
		},
		deliveries: (sandbox) => sandbox.api('devRev').deliveries,
		subscribed: (sandbox) =>
			[...sandbox.state('devRev').webhooks.all.values()].map(({ url, event_types, status }) => ({
				url,
				events: [...event_types].sort(),
				isOn: status !== 'inactive',
			})),
		disable: (sandbox) => {
			for (const one of sandbox.state('devRev').webhooks.all.values()) one.status = 'inactive';
		},
		remove: (sandbox) => sandbox.state('devRev').webhooks.all.clear(),
		happen: async (sandbox) => {
			const [incident] = sandbox.state('devRev').incidents.values();
			const data = { incident: devRevIncident(incident) };
			await sandbox.api('devRev').announce({ type: 'incident_created', data });
		},
		createPath: '/webhooks.create',
	},
	{
		type: 'pagerDutyIncidentsTrigger',
		credential: 'pagerDutyIncidentsApi',
		vendor: 'pagerDuty',
		parameters: { scope: 'account', events: ['incident.triggered'] },
		changed: {
			parameters: { scope: 'account', events: ['incident.triggered', 'incident.resolved'] },
			events: ['incident.resolved', 'incident.triggered'],
		},
		deliveries: (sandbox) => sandbox.api('pagerDuty').deliveries,
		subscribed: (sandbox) =>
			[...sandbox.state('pagerDuty').webhooks.values()].map(
				({ active, events, delivery_method: { url, temporarily_disabled } }) => ({
					url,
					events,
					isOn: active && !temporarily_disabled,
				}),
			),
		disable: (sandbox) => {
			for (const one of sandbox.state('pagerDuty').webhooks.values()) {
				one.delivery_method.temporarily_disabled = true;
			}
		},
		remove: (sandbox) => sandbox.state('pagerDuty').webhooks.clear(),
		happen: (sandbox) => {
			const [incident] = sandbox.state('pagerDuty').incidents.values();
			const data = webhookIncident({ ...incident, status: 'triggered' });
			sandbox.api('pagerDuty').announce({ type: 'incident.triggered', data });
		},
	},
	{
		type: 'devHelmTrigger',
		credential: 'devHelmApi',
		vendor: 'devHelm',
		parameters: { events: ['incident.created'] },
		changed: {
			parameters: { events: ['incident.created', 'incident.resolved'] },
			events: ['incident.created', 'incident.resolved'],
		},
		deliveries: (sandbox) => sandbox.api('devHelm').deliveries,
		subscribed: (sandbox) =>
			[...sandbox.state('devHelm').webhooks.values()].map(({ url, subscribedEvents, enabled }) => ({
				url,
				events: [...subscribedEvents].sort(),
				isOn: enabled,
			})),
		disable: (sandbox) => {
			for (const one of sandbox.state('devHelm').webhooks.values()) one.enabled = false;
		},
		remove: (sandbox) => sandbox.state('devHelm').webhooks.clear(),
		sign: (sandbox) => {
			const webhookSecret = ['sandbox', 'signing', 'secret'].join('-');
			sandbox.state('devHelm').signingSecret = webhookSecret;
			return { webhookSecret };
		},
		happen: (sandbox) => {
			const [incident] = sandbox.state('devHelm').incidents.values();
			const data = devHelmIncident(incident);
			sandbox.api('devHelm').announce({ type: 'incident.created', data });
		},
	},
];
