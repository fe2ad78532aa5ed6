/**
 * What the nodes are for. n8n shows action and trigger as one entry, with the trigger's text alone, so both
 * say the same.
 */
export const about =
	'Page somebody, follow and close incidents in PagerDuty, see who is on call, or start a workflow when something happens to an incident';
