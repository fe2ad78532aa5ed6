/** Who may look after a monitor. docs/facts/devhelm.md#monitors. */
export const managers = [
	{ name: 'API', value: 'API' },
	{ name: 'CLI', value: 'CLI' },
	{ name: 'Dashboard', value: 'DASHBOARD' },
	{ name: 'MCP', value: 'MCP' },
	{ name: 'Terraform', value: 'TERRAFORM' },
];
