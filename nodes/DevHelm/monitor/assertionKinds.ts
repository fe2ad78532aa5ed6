/** What an assertion is made with: the names that DevHelm has for the fields of a row. */
export interface AssertionKind {
	value: string;
	name: string;
	description: string;
	/** The member that the row's 'Value' fills in. */
	text?: string;
	/** The member that the row's 'Threshold' fills in. */
	threshold?: string;
	/** Other members, under the same name in the row. */
	also?: Array<'headerName' | 'ips' | 'operator' | 'path' | 'recordType'>;
	/** What the threshold may be, where that is documented. */
	range?: [number, number];
	/** True where the threshold need not be a whole number. */
	isDecimal?: boolean;
}

/** Every assertion that is documented. docs/facts/devhelm.md#assertions-of-a-monitor. */
export const assertionKinds: AssertionKind[] = [
	{
		value: 'dns_max_answers',
		name: 'DNS Answers at Most',
		description: 'Threshold: how many answers for the record type',
		threshold: 'max',
		also: ['recordType'],
	},
	{
		value: 'dns_min_answers',
		name: 'DNS Answers at Least',
		description: 'Threshold: how many answers for the record type',
		threshold: 'min',
		also: ['recordType'],
	},
	{
		value: 'dns_expected_cname',
		name: 'DNS CNAME Is',
		description: 'Value: the name that is pointed to',
		text: 'value',
	},
	{
		value: 'dns_expected_ips',
		name: 'DNS IP Addresses',
		description: 'One of the IP addresses has to be found',
		also: ['ips'],
	},
	{
		value: 'dns_record_contains',
		name: 'DNS Record Contains',
		description: 'Value: a part of a record of the type',
		text: 'substring',
		also: ['recordType'],
	},
	{
		value: 'dns_record_equals',
		name: 'DNS Record Is',
		description: 'Value: the whole record of the type',
		text: 'value',
		also: ['recordType'],
	},
	{ value: 'dns_resolves', name: 'DNS Resolves', description: 'The domain has an answer' },
	{
		value: 'dns_response_time',
		name: 'DNS Response Time',
		description: 'Threshold: milliseconds at most',
		threshold: 'maxMs',
	},
	{
		value: 'dns_response_time_warn',
		name: 'DNS Response Time (Warning)',
		description: 'Threshold: milliseconds from which it warns',
		threshold: 'warnMs',
	},
	{
		value: 'dns_ttl_high',
		name: 'DNS TTL at Most',
		description: 'Threshold: seconds from which it warns',
		threshold: 'maxTtl',
	},
	{
		value: 'dns_ttl_low',
		name: 'DNS TTL at Least',
		description: 'Threshold: seconds below which it warns',
		threshold: 'minTtl',
	},
	{
		value: 'dns_txt_contains',
		name: 'DNS TXT Contains',
		description: 'Value: a part of a TXT record',
		text: 'substring',
	},
	{
		value: 'heartbeat_interval_drift',
		name: 'Heartbeat Drift',
		description: 'Threshold: percent off the expected interval, 1 to 100',
		threshold: 'maxDeviationPercent',
		range: [1, 100],
	},
	{
		value: 'heartbeat_max_interval',
		name: 'Heartbeat Gap',
		description: 'Threshold: seconds between two calls at most',
		threshold: 'maxSeconds',
		range: [1, Infinity],
	},
	{
		value: 'heartbeat_payload_contains',
		name: 'Heartbeat Payload',
		description: 'Value: what stands at the JSON path of what the job sends',
		text: 'value',
		also: ['path'],
	},
	{ value: 'heartbeat_received', name: 'Heartbeat Received', description: 'The job has called' },
	{
		value: 'body_contains',
		name: 'HTTP Body Contains',
		description: 'Value: a part of the answer',
		text: 'substring',
	},
	{
		value: 'regex_body',
		name: 'HTTP Body Matches',
		description: 'Value: a regular expression for the answer',
		text: 'pattern',
	},
	{
		value: 'header_value',
		name: 'HTTP Header',
		description: 'Value: what the header is compared with',
		text: 'expected',
		also: ['headerName', 'operator'],
	},
	{
		value: 'json_path',
		name: 'HTTP JSON Path',
		description: 'Value: what is compared with that at the JSON path of the answer',
		text: 'expected',
		also: ['path', 'operator'],
	},
	{
		value: 'redirect_count',
		name: 'HTTP Redirects',
		description: 'Threshold: redirects at most',
		threshold: 'maxCount',
	},
	{
		value: 'redirect_target',
		name: 'HTTP Redirect Target',
		description: 'Value: what the last address is compared with',
		text: 'expected',
		also: ['operator'],
	},
	{
		value: 'response_size',
		name: 'HTTP Response Size',
		description: 'Threshold: bytes at most',
		threshold: 'maxBytes',
	},
	{
		value: 'response_time',
		name: 'HTTP Response Time',
		description: 'Threshold: milliseconds at most',
		threshold: 'thresholdMs',
	},
	{
		value: 'response_time_warn',
		name: 'HTTP Response Time (Warning)',
		description: 'Threshold: milliseconds from which it warns',
		threshold: 'warnMs',
	},
	{
		value: 'status_code',
		name: 'HTTP Status Code',
		description: 'Value: a code such as 200, or a group such as 2xx',
		text: 'expected',
		also: ['operator'],
	},
	{
		value: 'ssl_expiry',
		name: 'HTTP TLS Expiry',
		description: 'Threshold: days that the certificate is valid at least',
		threshold: 'minDaysRemaining',
	},
	{
		value: 'icmp_packet_loss',
		name: 'ICMP Packet Loss',
		description: 'Threshold: percent at most, 0 to 100',
		threshold: 'maxPercent',
		range: [0, 100],
		isDecimal: true,
	},
	{ value: 'icmp_reachable', name: 'ICMP Reachable', description: 'The host answers' },
	{
		value: 'icmp_response_time',
		name: 'ICMP Response Time',
		description: 'Threshold: milliseconds at most on average',
		threshold: 'maxMs',
	},
	{
		value: 'icmp_response_time_warn',
		name: 'ICMP Response Time (Warning)',
		description: 'Threshold: milliseconds from which it warns',
		threshold: 'warnMs',
	},
	{
		value: 'mcp_has_capability',
		name: 'MCP Capability',
		description: 'Value: what the server has to offer, such as tools',
		text: 'capability',
	},
	{ value: 'mcp_connects', name: 'MCP Connects', description: 'The server starts and answers' },
	{
		value: 'mcp_protocol_version',
		name: 'MCP Protocol Version',
		description: 'Value: the version that is expected',
		text: 'version',
	},
	{
		value: 'mcp_response_time',
		name: 'MCP Response Time',
		description: 'Threshold: milliseconds at most',
		threshold: 'maxMs',
	},
	{
		value: 'mcp_response_time_warn',
		name: 'MCP Response Time (Warning)',
		description: 'Threshold: milliseconds from which it warns',
		threshold: 'warnMs',
	},
	{
		value: 'mcp_tool_available',
		name: 'MCP Tool',
		description: 'Value: the name of a tool that has to be there',
		text: 'toolName',
	},
	{
		value: 'mcp_tool_count_changed',
		name: 'MCP Tool Count Is',
		description: 'Threshold: how many tools are expected; another number warns',
		threshold: 'expectedCount',
	},
	{
		value: 'mcp_min_tools',
		name: 'MCP Tools at Least',
		description: 'Threshold: how many tools',
		threshold: 'min',
	},
	{ value: 'tcp_connects', name: 'TCP Connects', description: 'The port is open' },
	{
		value: 'tcp_response_time',
		name: 'TCP Response Time',
		description: 'Threshold: milliseconds at most',
		threshold: 'maxMs',
	},
	{
		value: 'tcp_response_time_warn',
		name: 'TCP Response Time (Warning)',
		description: 'Threshold: milliseconds from which it warns',
		threshold: 'warnMs',
	},
];
