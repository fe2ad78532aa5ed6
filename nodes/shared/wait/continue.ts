import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../form/parameters';
import { FormIssue } from '../ground/failures';
import type { Steps, StepsOperation } from '../run/operation';
import type { ApiRequest } from '../wire/request';
import { ownLinkIn } from './link';
import { STILL_WAITING, TOLD, WENT_ON } from './told';

/** What a vendor says of an incident whose workflow may wait. */
export interface ContinueSpec {
	/** The field for the incident. */
	incident: INodeProperties;
	/** The request that reads it; checked before anything is sent. Throws FormIssue on bad input. */
	request: (parameters: Parameters) => ApiRequest;
	/** The incident in the common shape, and all texts of it that the link may stand in. */
	read: (steps: Steps, request: ApiRequest) => Promise<{ incident: IDataObject; texts: unknown[] }>;
	/** What is read, as "incident". */
	noun: string;
}

/**
 * "Continue Waiting Workflow": tells the workflow that waits for an answer to an incident that something has happened to
 * that. Which one it is stands in the incident's own text; only an address of this n8n is taken, and the waiting node asks
 * the vendor itself. docs/design.md#telling-a-waiting-workflow.
 */
export function continueWaiting({ incident, request, read, noun }: ContinueSpec): StepsOperation {
	return {
		value: 'continueWaitingWorkflow',
		name: 'Continue Waiting Workflow',
		action: `Continue workflow that waits for ${noun}`,
		description: `Tell the workflow that waits for an answer to this ${noun} that something has happened to it: the node there looks at the ${noun} and goes on where its 'Continue When' says so`,
		// At the vendor it reads; what it sends goes to this n8n.
		retry: 'read',
		properties: [incident],
		plan: (parameters) => {
			const first = request(parameters);
			const { answers } = parameters;
			if (!answers) throw new Error('The run has no place for an answer');
			const own = answers.url({});
			return {
				request: first,
				run: async (steps) => {
					const found = await read(steps, first);
					const link = ownLinkIn(found.texts, own);
					const reason = link === undefined ? NO_QUESTION : await tell(steps, link);
					return [{ continued: reason === CONTINUED, reason, incident: found.incident }];
				},
			};
		},
	};
}

const CONTINUED = 'continued';
const NO_QUESTION = 'noQuestion';

async function tell(steps: Steps, link: string): Promise<string> {
	const { status, headers, code } = await steps.tell(link, { look: '1' });
	const told = headers[TOLD.toLowerCase()];
	if (status === 200 && told === WENT_ON) return CONTINUED;
	if (told === STILL_WAITING) return 'stillWaiting';
	// It has ended, it is another round by now, or another answer was faster.
	if ([200, 400, 401, 404, 409, 410].includes(status)) return 'notWaiting';
	throw new FormIssue(
		`The waiting workflow could not be told: this n8n answered at its own address with ${status || (code ?? 'nothing')}`,
		"Run this item again. If it stays so, look at n8n's setting N8N_WEBHOOK_URL: this n8n has to reach itself at the address that stands in the incident.",
	);
}
