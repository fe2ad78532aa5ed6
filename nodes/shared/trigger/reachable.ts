import type { INodeProperties } from 'n8n-workflow';

import { FormIssue } from '../ground/failures';
import { originOf } from './address';

/** What a vendor asks of an address that it delivers to. */
export interface AddressRules {
	isHttpsOnly?: boolean;
	/** Characters. */
	longest?: number;
}

/** Where an address that the internet cannot reach does all the same. */
export interface Exceptions {
	/** A relay forwards to it. */
	isPrivateFine?: boolean;
	/** The vendor's API is on this machine, too. */
	isTestSystem?: boolean;
}

/** "Allow Private Address", for the "Options" of every trigger that vendors deliver to. */
export const allowPrivateAddress: INodeProperties = {
	displayName: 'Allow Private Address',
	name: 'allowPrivateAddress',
	type: 'boolean',
	default: false,
	description:
		"Whether to publish although the webhook's address is one of a private network, which the internet cannot reach. Switch it on when a relay or a tunnel forwards the deliveries to it.",
};

const LOCAL_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|home\.arpa)$/;

/** Networks of their own, and what is no single machine at all. */
const PRIVATE_IPV4: Array<[network: string, bits: number]> = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.2.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 3],
];

/** All that the internet hands out begins with 2 or 3; the second is for examples. */
const PUBLIC_IPV6 = /^[23][0-9a-f]{3}:(?<!^2001:(?=db8:))/;

/**
 * True for the host of an address that the internet cannot reach. A name that only resolves inside of a
 * network cannot be told from any other. Pure.
 * @param hostname as `URL` gives it: IPv4 with four decimal numbers, IPv6 in brackets and in short
 */
export function isPrivateHost(hostname: string): boolean {
	const host = hostname.toLowerCase().replace(/\.$/, '');
	if (host.startsWith('[')) return isPrivateIpv6(host.slice(1, -1));
	if (/^\d+(\.\d+){3}$/.test(host)) return isPrivateIpv4(host);
	// A name without a dot is known inside of a network, or of a set of containers, only.
	return !host.includes('.') || LOCAL_NAMES.test(host);
}

/**
 * Refuses an address that the vendor could not deliver to, before anything is asked of the vendor: it would
 * be published in silence, and never fire.
 * @param url of the webhook
 * @param vendor its name
 * @throws FormIssue
 */
export function checkReachable(
	url: string,
	vendor: string,
	{ isHttpsOnly, longest, isPrivateFine, isTestSystem }: AddressRules & Exceptions,
): void {
	const origin = originOf(url);
	if (!isTestSystem && !isPrivateFine && isPrivateHost(hostOf(url))) {
		throw new FormIssue(
			`${vendor} cannot reach this webhook, because its address is one of a private network: "${origin}"`,
			`${SET_ADDRESS} If a relay forwards deliveries to that address, switch on 'Allow Private Address' under 'Options'.`,
		);
	}
	if (!isTestSystem && isHttpsOnly && !origin.startsWith('https:')) {
		throw new FormIssue(
			`${vendor} delivers to https addresses only, and this webhook's is at "${origin}"`,
			`${SET_ADDRESS} It has to begin with https.`,
		);
	}
	if (longest !== undefined && url.length > longest) {
		throw new FormIssue(
			`${vendor} takes addresses of at most ${longest} characters, and this webhook's has ${url.length}`,
			`Set ${VARIABLE} to a shorter address, and restart n8n.`,
		);
	}
}

const VARIABLE = "n8n's N8N_WEBHOOK_URL (WEBHOOK_URL in an older n8n)";
const SET_ADDRESS = `Set ${VARIABLE} to the address at which the internet reaches n8n: that of your reverse proxy, or of a tunnel while you try it out. Then restart n8n.`;

function hostOf(url: string): string {
	return originOf(url)
		.replace(/^https?:\/\//, '')
		.replace(/:\d+$/, '');
}

function isPrivateIpv4(host: string): boolean {
	const address = numberOf(host);
	return PRIVATE_IPV4.some(([network, bits]) => {
		const size = 2 ** (32 - bits);
		return Math.floor(address / size) === Math.floor(numberOf(network) / size);
	});
}

function isPrivateIpv6(host: string): boolean {
	// An IPv4 address written as IPv6, as `::ffff:7f00:1`.
	const [, high, low] = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host) ?? [];
	if (low === undefined) return !PUBLIC_IPV6.test(host);
	const [one, two] = [parseInt(high, 16), parseInt(low, 16)];
	return isPrivateIpv4([one >> 8, one & 255, two >> 8, two & 255].join('.'));
}

function numberOf(ipv4: string): number {
	return ipv4.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
