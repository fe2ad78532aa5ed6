import {
	flag,
	formatted,
	list,
	map,
	nullable,
	object,
	oneOf,
	required,
	text,
	uuid,
	whole,
	type Format,
	type Members,
	type Shape,
} from '../../core/shape';

const filled: Shape = { kind: 'string', min: 1 };
const within = (min: number, max?: number): Shape => ({ kind: 'number', isWhole: true, min, max });

const headerName: Format = { name: 'header', test: (value) => /^[A-Za-z0-9\-_]+$/.test(value) };
const hexColor: Format = {
	name: 'color',
	test: (value) => /^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$/.test(value),
};

/** What each type of monitor is configured with. */
export const configShapes: Record<string, Members> = {
	DNS: {
		hostname: required(filled),
		recordTypes: nullable(
			list(oneOf('A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT', 'SRV', 'SOA', 'CAA', 'PTR')),
		),
		nameservers: nullable(list(text)),
		timeoutMs: nullable(whole),
		totalTimeoutMs: nullable(whole),
	},
	HEARTBEAT: {
		expectedInterval: required(within(1, 86_400)),
		gracePeriod: required(within(1)),
	},
	HTTP: {
		url: required(filled),
		method: required(oneOf('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD')),
		customHeaders: nullable(map),
		requestBody: nullable(text),
		contentType: nullable(text),
		verifyTls: nullable(flag),
	},
	ICMP: {
		host: required(filled),
		packetCount: nullable(within(1, 20)),
		timeoutMs: nullable(whole),
	},
	MCP_SERVER: { command: required(filled), args: nullable(list(text)), env: nullable(map) },
	TCP: {
		host: required(filled),
		port: required(within(1, 65_535)),
		timeoutMs: nullable(whole),
	},
};

const operator = required(
	oneOf('equals', 'contains', 'less_than', 'greater_than', 'matches', 'range'),
);
const [needed, count] = [required(filled), required(whole)];

/** What each assertion is made with, beside its type. */
export const assertionShapes: Record<string, Members> = {
	body_contains: { substring: needed },
	dns_expected_cname: { value: needed },
	dns_expected_ips: { ips: required({ kind: 'list', items: text, min: 1 }) },
	dns_max_answers: { recordType: needed, max: count },
	dns_min_answers: { recordType: needed, min: count },
	dns_record_contains: { recordType: needed, substring: needed },
	dns_record_equals: { recordType: needed, value: needed },
	dns_resolves: {},
	dns_response_time: { maxMs: count },
	dns_response_time_warn: { warnMs: count },
	dns_ttl_high: { maxTtl: count },
	dns_ttl_low: { minTtl: count },
	dns_txt_contains: { substring: needed },
	header_value: { headerName: needed, expected: needed, operator },
	heartbeat_interval_drift: { maxDeviationPercent: required(within(1, 100)) },
	heartbeat_max_interval: { maxSeconds: required(within(1)) },
	heartbeat_payload_contains: { path: needed, value: required(text) },
	heartbeat_received: {},
	icmp_packet_loss: { maxPercent: required({ kind: 'number', min: 0, max: 100 }) },
	icmp_reachable: {},
	icmp_response_time: { maxMs: count },
	icmp_response_time_warn: { warnMs: count },
	json_path: { path: needed, expected: needed, operator },
	mcp_connects: {},
	mcp_has_capability: { capability: needed },
	mcp_min_tools: { min: count },
	mcp_protocol_version: { version: needed },
	mcp_response_time: { maxMs: count },
	mcp_response_time_warn: { warnMs: count },
	mcp_tool_available: { toolName: needed },
	mcp_tool_count_changed: { expectedCount: count },
	redirect_count: { maxCount: count },
	redirect_target: { expected: needed, operator },
	regex_body: { pattern: needed },
	response_size: { maxBytes: count },
	response_time: { thresholdMs: count },
	response_time_warn: { warnMs: count },
	ssl_expiry: { minDaysRemaining: count },
	status_code: { expected: needed, operator },
	tcp_connects: {},
	tcp_response_time: { maxMs: count },
	tcp_response_time_warn: { warnMs: count },
};

const policy = object({
	triggerRules: required({
		kind: 'list',
		min: 1,
		items: object({
			type: required(oneOf('consecutive_failures', 'failures_in_window', 'response_time')),
			count: nullable(whole),
			windowMinutes: nullable(whole),
			scope: required(oneOf('per_region', 'any_region')),
			thresholdMs: nullable(whole),
			severity: required(oneOf('down', 'degraded')),
			aggregationType: nullable(oneOf('all_exceed', 'average', 'p95', 'max')),
		}),
	}),
	confirmation: required(
		object({
			type: required(oneOf('multi_region')),
			minRegionsFailing: count,
			maxWaitSeconds: count,
		}),
	),
	recovery: required(
		object({ consecutiveSuccesses: count, minRegionsPassing: count, cooldownMinutes: count }),
	),
});

const auth = object({
	type: required(oneOf('bearer', 'basic', 'header', 'api_key')),
	headerName: formatted(headerName),
	vaultSecretId: nullable(formatted(uuid)),
});

const tags = object({
	tagIds: nullable(list(formatted(uuid))),
	newTags: nullable(
		list(
			object({
				name: required({ kind: 'string', max: 100 }),
				color: nullable(formatted(hexColor)),
			}),
		),
	),
});

const settings: Members = {
	frequencySeconds: nullable(within(10, 86_400)),
	enabled: nullable(flag),
	regions: nullable(list(text)),
	managedBy: nullable(oneOf('DASHBOARD', 'CLI', 'TERRAFORM', 'MCP', 'API')),
	environmentId: nullable(formatted(uuid)),
	assertions: nullable(
		list(object({ config: required(map), severity: nullable(oneOf('fail', 'warn')) })),
	),
	auth: nullable(auth),
	incidentPolicy: nullable(policy),
	alertChannelIds: nullable(list(formatted(uuid))),
	tags: nullable(tags),
};

const name: Shape = { kind: 'string', max: 255 };

export const createShape = object({
	name: required(name),
	type: required(oneOf(...Object.keys(configShapes))),
	config: required(map),
	...settings,
});

export const changeShape = object({
	name: nullable(name),
	config: nullable(map),
	...settings,
	clearEnvironmentId: nullable(flag),
	clearAuth: nullable(flag),
});
