import type { IDataObject } from 'n8n-workflow';

import type { StepsPlan } from '../../shared/run/operation';
import type { RetryClass } from '../../shared/wire/request';
import { asObject } from '../../shared/ground/values';
import { CUT_NOTICE, type Event } from './body';
import { answerOf } from './record';

/**
 * One event, one request. It is a plan of steps because only those can tell the user that a summary was
 * cut, and put out what was sent: the answer has little but the dedup key.
 */
export function planOf(
	{ request, isCut }: Event,
	retry: RetryClass,
	toRecord: (answer: IDataObject, sent: IDataObject) => IDataObject,
): StepsPlan {
	return {
		request,
		simplify: (answer) => toRecord(answer, asObject(request.body)),
		run: async (steps) => {
			const reply = await steps.send(request, retry, answerOf);
			if (isCut) steps.notice(CUT_NOTICE);
			return answerOf(reply) ?? [];
		},
	};
}
