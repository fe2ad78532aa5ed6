import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { asText } from '../../shared/ground/values';
import { typedUrl } from '../../shared/wire/testRules';
import { baseUrl } from '../../shared/wire/vendor';

/** An API's addresses, by the region of the account. docs/facts/pagerduty.md#base-addresses. */
interface Hosts {
	us: string;
	eu: string;
}

export const REST: Hosts = { us: 'https://api.pagerduty.com', eu: 'https://api.eu.pagerduty.com' };

export const EVENTS: Hosts = {
	us: 'https://events.pagerduty.com',
	eu: 'https://events.eu.pagerduty.com',
};

/** "Region", in every credential. */
export const region: INodeProperties = {
	displayName: 'Region',
	name: 'region',
	type: 'options',
	default: 'us',
	description:
		'Where the PagerDuty account lives: the web address of an EU account contains eu.pagerduty.com',
	options: [
		{ name: 'EU', value: 'eu' },
		{ name: 'Other Base URL', value: 'custom' },
		{ name: 'US', value: 'us' },
	],
};

export const forOwnUrl = { show: { region: ['custom'] } };

/** "Base URL", in every credential, for whoever has chosen it as the region. */
export function ownUrl({ us: standard }: Hosts, api = 'API'): INodeProperties {
	return {
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		default: standard,
		displayOptions: forOwnUrl,
		description: `Address of the ${api}, for a gateway of your own or a test system`,
	};
}

/**
 * The API's address in the account's region.
 * @throws FormIssue when nothing may be sent there
 */
export function apiUrl(hosts: Hosts, { region: chosen, baseUrl: own }: IDataObject): string {
	const name = asText(chosen) ?? 'us';
	return name === 'us' || name === 'eu' ? hosts[name] : baseUrl(own, hosts.us);
}

/**
 * The same for the test of a credential.
 * @param own an expression for an address that somebody has typed
 */
export function testUrl(hosts: Hosts, own = typedUrl(hosts.us)): string {
	return `={{$credentials.region === "eu" ? "${hosts.eu}" : $credentials.region === "custom" ? ${own} : "${hosts.us}"}}`;
}
