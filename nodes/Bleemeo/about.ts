/**
 * What the nodes are for. n8n shows action and trigger as one entry, with the trigger's text alone, so both
 * say the same.
 */
export const about =
	'Record and follow events of your servers and services in Bleemeo, read their metrics, or start a workflow when Bleemeo notifies of one';
