import { isObject } from '../ground/values';
import { lengthOf } from '../ground/characters';
import type { Answer, Question } from './question';

/** A request to the link, as it came; nothing of it is believed. */
export interface Visit {
	method: string;
	query: unknown;
	body: unknown;
}

export type Decision =
	/** The question is shown, with what was wrong with an answer. */
	| { kind: 'page'; complaint?: string }
	/** The link is of an earlier question of this execution. */
	| { kind: 'gone' }
	/** The link lacks what ours have. */
	| { kind: 'strange' }
	| { kind: 'answer'; answer: Answer }
	/** Somebody says that the incident has changed: the vendor is asked. */
	| { kind: 'look' }
	/** The same where nothing but an answer counts. */
	| { kind: 'notAsked' };

const MOST_TEXT = 10_000;
const MOST_NAME = 200;

/** What a request to the link means. Only a POST with a whole answer decides anything. Pure. */
export function decide({ method, query, body }: Visit, question: Question, now: Date): Decision {
	const key = own(query, 'key');
	if (typeof key !== 'string' || key === '') return { kind: 'strange' };
	if (key !== question.key) return { kind: 'gone' };
	if (method !== 'POST') return { kind: 'page' };
	if (own(body, 'look') !== undefined) {
		return { kind: question.continueWhen === 'answered' ? 'notAsked' : 'look' };
	}
	return answered(body, question, now);
}

function answered(body: unknown, { responseType }: Question, now: Date): Decision {
	const [text, by] = [textIn(body, 'text'), textIn(body, 'name')];
	if (text === false || by === false) return complaint('Fields that are no text were sent');
	if (lengthOf(text ?? '') > MOST_TEXT)
		return complaint('The text is longer than 10,000 characters');
	if (lengthOf(by ?? '') > MOST_NAME) return complaint('The name is longer than 200 characters');
	const said = {
		outcome: 'answered' as const,
		text,
		chatInput: text,
		by,
		via: 'link' as const,
		respondedAt: now.toISOString(),
	};
	if (responseType === 'freeText') {
		if (text === null) return complaint('Please write an answer');
		return { kind: 'answer', answer: { ...said, approved: null } };
	}
	const decision = own(body, 'decision');
	if (decision !== 'approve' && decision !== 'decline') {
		return complaint('Please choose one of the two buttons');
	}
	return { kind: 'answer', answer: { ...said, approved: decision === 'approve' } };
}

const complaint = (text: string): Decision => ({ kind: 'page', complaint: text });

/** Null for nothing, false for what is no text. */
function textIn(body: unknown, name: string): string | null | false {
	const value = own(body, name);
	if (value === undefined || value === null) return null;
	return typeof value === 'string' ? value.trim() || null : false;
}

/** What the sender has put there, and nothing that every object has. */
function own(values: unknown, name: string): unknown {
	return isObject(values) && Object.hasOwn(values, name) ? values[name] : undefined;
}

/**
 * What the state of the incident means for a question that it may end; undefined where the wait goes on. Nobody has
 * approved anything by it. Pure.
 */
export function endedBy(
	incident: { status?: unknown; actor?: unknown },
	{ continueWhen }: Question,
	now: Date,
): Answer | undefined {
	const { status } = incident;
	const isOver = status === 'resolved' && continueWhen !== 'answered';
	const isTaken = status === 'acknowledged' && continueWhen === 'acknowledged';
	if (!isOver && !isTaken) return;
	const outcome = isOver ? 'resolved' : 'acknowledged';
	const name = isObject(incident.actor) ? incident.actor.name : undefined;
	return {
		outcome,
		approved: null,
		text: null,
		chatInput: `The incident was ${outcome}, but nobody has approved this.`,
		by: typeof name === 'string' ? name : null,
		via: 'vendor',
		respondedAt: now.toISOString(),
	};
}
