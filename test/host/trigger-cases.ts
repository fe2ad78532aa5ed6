import type { IDataObject } from 'n8n-workflow';

import type { Sandbox, Vendor } from '../sandbox';
import type { Deliveries } from '../sandbox/core/deliveries';
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
	/** Something happens that the parameters ask for. */
	happen: (sandbox: Sandbox) => void;
}

export const TRIGGER_CASES: TriggerCase[] = [
	{
		type: 'pagerDutyTrigger',
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
];
