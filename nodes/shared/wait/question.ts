import type { IDataObject } from 'n8n-workflow';

import { asObject, asText, isObject } from '../ground/values';

export type ResponseType = 'approval' | 'freeText';
/** What ends the wait beside an answer: what is resolved counts wherever what is acknowledged does. */
export type ContinueWhen = 'answered' | 'resolved' | 'acknowledged';
export type Outcome = 'answered' | 'acknowledged' | 'resolved' | 'timedOut';

/** What came of a question. Always the same keys; `approved` is true after an explicit approval only. */
export interface Answer extends IDataObject {
	outcome: Outcome;
	approved: boolean | null;
	text: string | null;
	/** What an agent reads of it. */
	chatInput: string | null;
	by: string | null;
	via: 'link' | 'vendor' | null;
	respondedAt: string | null;
}

/** The tool that an agent wants to run, where a person reviews it. */
export interface ReviewedTool extends IDataObject {
	name: string;
	/** As JSON. */
	parameters: string;
}

/** What was asked, and how it is answered. It is kept with the waiting execution. */
export interface Question extends IDataObject {
	/** Stands in the link, too: one of an earlier round has another. No secret, for n8n signs the link. */
	key: string;
	message: string;
	responseType: ResponseType;
	approveLabel: string;
	declineLabel: string;
	sendLabel: string;
	continueWhen: ContinueWhen;
	tool: ReviewedTool | null;
	askedAt: string;
	until: string | null;
	closesIncident: boolean;
	addsNote: boolean;
	/** The vendor's own options, for what is sent later on. */
	options: IDataObject;
}

/** What is put out, and what n8n passes on when the time is up. */
export interface Waiting extends IDataObject {
	data: Answer;
	incident: IDataObject;
	question: Question;
}

/** Nobody has answered. */
export const TIMED_OUT: Answer = {
	outcome: 'timedOut',
	approved: null,
	text: null,
	chatInput: 'Nobody answered in time, so this was not approved.',
	by: null,
	via: null,
	respondedAt: null,
};

/** What n8n keeps of a waiting execution, as it was put there; undefined for anything else. */
export function waitingIn(json: unknown): Waiting | undefined {
	const { data, incident, question } = asObject(json);
	const isWhole = isObject(data) && isObject(incident) && isObject(question);
	if (!isWhole || asText(question.key) === undefined) return;
	return { data: data as Answer, incident, question: question as Question };
}
