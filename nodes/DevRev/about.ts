/**
 * What the nodes are for. n8n shows action and trigger as one entry, with the trigger's text alone, so both
 * say the same.
 */
export const about =
	'Open, follow and close incidents in DevRev, comment on them, or start a workflow when something happens to one';
