import type { IExecuteFunctions } from 'n8n-workflow';

import type { AnswerPlace } from '../form/parameters';
import { FormIssue } from '../ground/failures';
import { asObject } from '../ground/values';

/** The form in which n8n offers a node that waits for a person in front of an agent's tool. */
const REVIEW = /HitlTool$/;

/** Where a run can be answered. Nothing is asked of n8n until it is needed. */
export function answerPlace(context: IExecuteFunctions): AnswerPlace {
	return {
		items: context.getInputData().length,
		url: (query) => {
			// An older n8n has none.
			const { getSignedResumeUrl }: Partial<IExecuteFunctions> = context;
			if (!getSignedResumeUrl) throw new FormIssue(NO_LINKS, 'Nothing was sent. Update n8n.');
			return getSignedResumeUrl.call(context, query);
		},
		tool: () => {
			if (!REVIEW.test(context.getNode().type)) return;
			const { name, parameters } = asObject(context.evaluateExpression('{{ $tool }}', 0));
			return { name, parameters };
		},
	};
}

const NO_LINKS = 'This n8n is too old to wait for an answer: it makes no signed links';
