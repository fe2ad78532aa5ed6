/**
 * What the nodes are for. n8n shows action and trigger as one entry, with the trigger's text alone, so both
 * say the same.
 */
export const about =
	'Open, follow and close incidents in DevHelm, internal ones and those of status pages, pause monitors, or start a workflow when something happens to one';
