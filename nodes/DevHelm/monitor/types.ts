import { choice } from '../../shared/form/fields';

/** Ways to check that the official file knows for a new monitor. docs/facts/devhelm.md#making-and-changing-monitors. */
export type MonitorType = 'DNS' | 'HEARTBEAT' | 'HTTP' | 'ICMP' | 'MCP_SERVER' | 'TCP';

export const types: Array<{ name: string; value: MonitorType; description: string }> = [
	{ name: 'DNS', value: 'DNS', description: 'Asks for the records of a domain' },
	{ name: 'Heartbeat', value: 'HEARTBEAT', description: 'Waits for a job of yours to call' },
	{ name: 'HTTP', value: 'HTTP', description: 'Calls a web address' },
	{ name: 'ICMP', value: 'ICMP', description: 'Pings a host' },
	{
		name: 'MCP Server',
		value: 'MCP_SERVER',
		description: 'Starts an MCP server and asks for its tools',
	},
	{ name: 'TCP', value: 'TCP', description: 'Connects to a port' },
];

export const type = choice({
	displayName: 'Type',
	name: 'type',
	required: true,
	default: 'HTTP',
	description:
		'How the monitor checks; it decides which fields are below, and cannot be changed later',
	options: types,
});
