import type { INodeProperties } from 'n8n-workflow';

import { choice } from '../../shared/form/fields';
import { shown } from '../../shared/form/given';
import type { Parameters } from '../../shared/form/parameters';
import { number, pairs, pairsOf, textsOf, wholeWithin } from '../form/values';
import type { MonitorType } from './types';

/** One member of a monitor's configuration, under the name that DevHelm has for it. */
export interface Member {
	types: MonitorType[];
	isRequired?: boolean;
	field: INodeProperties;
	read: (fields: Parameters, name: string) => unknown;
}

const text = (fields: Parameters, name: string) => fields.text(name);
const option = (fields: Parameters, name: string) => fields.option(name);
const whole = (least: number, most?: number) => (fields: Parameters, name: string) =>
	wholeWithin(fields, name, least, most);

const optionsOf = (names: string[]) => names.map((name) => ({ name, value: name }));

const methods = optionsOf(['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT']);

/** Kinds of records in the domain name system. */
export const recordTypes = optionsOf([
	'A',
	'AAAA',
	'CAA',
	'CNAME',
	'MX',
	'NS',
	'PTR',
	'SOA',
	'SRV',
	'TXT',
]);

/** Every member that is documented, the required ones first. docs/facts/devhelm.md#making-and-changing-monitors. */
export const configMembers: Member[] = [
	{
		types: ['HTTP'],
		isRequired: true,
		field: {
			displayName: 'URL',
			name: 'url',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/health',
			description: 'The web address that is called',
		},
		read: webAddress,
	},
	{
		types: ['HTTP'],
		isRequired: true,
		field: choice({
			displayName: 'Method',
			name: 'method',
			default: 'GET',
			description: 'How the address is called',
			options: methods,
		}),
		read: option,
	},
	{
		types: ['DNS'],
		isRequired: true,
		field: {
			displayName: 'Domain',
			name: 'hostname',
			type: 'string',
			default: '',
			placeholder: 'e.g. example.com',
			description: 'The domain whose records are asked for',
		},
		read: text,
	},
	{
		types: ['ICMP', 'TCP'],
		isRequired: true,
		field: {
			displayName: 'Host',
			name: 'host',
			type: 'string',
			default: '',
			placeholder: 'e.g. db.example.com',
			description: 'The host to reach, by its name or IP address',
		},
		read: text,
	},
	{
		types: ['TCP'],
		isRequired: true,
		field: number({
			displayName: 'Port',
			name: 'port',
			default: 443,
			description: 'The port to connect to, from 1 to 65535',
		}),
		read: whole(1, 65_535),
	},
	{
		types: ['HEARTBEAT'],
		isRequired: true,
		field: number({
			displayName: 'Expected Interval (Seconds)',
			name: 'expectedInterval',
			default: 3600,
			description: 'How often the job calls, from every second to once a day',
		}),
		read: whole(1, 86_400),
	},
	{
		types: ['HEARTBEAT'],
		isRequired: true,
		field: number({
			displayName: 'Grace Period (Seconds)',
			name: 'gracePeriod',
			default: 300,
			description: 'How late the job may be before it counts as down',
		}),
		read: whole(1),
	},
	{
		types: ['MCP_SERVER'],
		isRequired: true,
		field: {
			displayName: 'Command',
			name: 'command',
			type: 'string',
			default: '',
			placeholder: 'e.g. npx',
			description: 'The command that starts the MCP server',
		},
		read: text,
	},
	{
		types: ['MCP_SERVER'],
		field: {
			displayName: 'Arguments',
			name: 'args',
			type: 'string',
			default: '',
			placeholder: 'e.g. -y,example-mcp-server',
			description:
				'Arguments of the command, with commas between them; as a JSON list where one has a comma in it',
		},
		read: textsOf,
	},
	{
		types: ['HTTP'],
		field: {
			displayName: 'Content Type',
			name: 'contentType',
			type: 'string',
			default: '',
			placeholder: 'e.g. application/json',
			description: 'The kind of the request body',
		},
		read: text,
	},
	{
		types: ['MCP_SERVER'],
		field: pairs({
			displayName: 'Environment Variables',
			name: 'env',
			row: 'Variable',
			description: 'Variables that the MCP server is started with',
		}),
		read: pairsOf,
	},
	{
		types: ['HTTP'],
		field: pairs({
			displayName: 'Headers',
			name: 'customHeaders',
			row: 'Header',
			description: 'Headers that are sent along. A secret belongs under Authentication.',
		}),
		read: pairsOf,
	},
	{
		types: ['DNS'],
		field: {
			displayName: 'Nameservers',
			name: 'nameservers',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1.1.1.1,8.8.8.8',
			description: 'Servers to ask in place of the usual ones, with commas between them',
		},
		read: textsOf,
	},
	{
		types: ['ICMP'],
		field: number({
			displayName: 'Packets',
			name: 'packetCount',
			default: 4,
			description: 'How many packets are sent for a check, from 1 to 20',
		}),
		read: whole(1, 20),
	},
	{
		types: ['DNS'],
		field: {
			displayName: 'Record Types',
			name: 'recordTypes',
			type: 'multiOptions',
			default: [],
			description: 'Which records are asked for',
			options: recordTypes,
		},
		read: (fields, name) => fields.options(name),
	},
	{
		types: ['HTTP'],
		field: {
			displayName: 'Request Body',
			name: 'requestBody',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			description: 'What is sent with the methods POST, PUT and PATCH',
		},
		read: text,
	},
	{
		types: ['DNS', 'ICMP', 'TCP'],
		field: number({
			displayName: 'Timeout (Milliseconds)',
			name: 'timeoutMs',
			default: 5000,
			description: 'How long one answer may take',
		}),
		read: whole(1),
	},
	{
		types: ['DNS'],
		field: number({
			displayName: 'Total Timeout (Ms)',
			name: 'totalTimeoutMs',
			default: 10000,
			description: 'How long all answers of a check may take together, in milliseconds',
		}),
		read: whole(1),
	},
	{
		types: ['HTTP'],
		field: {
			displayName: 'Verify TLS',
			name: 'verifyTls',
			type: 'boolean',
			default: true,
			description: 'Whether a certificate that is not valid makes the check fail',
		},
		read: (fields, name) => fields.boolean(name),
	},
];

function webAddress(fields: Parameters, name: string): string | undefined {
	const url = fields.text(name);
	if (url === undefined || /^https?:\/\/./i.test(url)) return url;
	const hint = 'Begin it with https:// or http://';
	return fields.refuse(name, `is no web address: ${shown(url)}`, hint);
}
