/** The header by which a waiting workflow says to another one what came of its news; n8n's own pages have none. */
export const TOLD = 'X-Waiting-Workflow';
export const WENT_ON = 'went-on';
export const STILL_WAITING = 'still-waiting';
