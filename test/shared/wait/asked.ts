import type { Question, Waiting } from '../../../nodes/shared/wait/question';
import { TIMED_OUT } from '../../../nodes/shared/wait/question';

/** A question as it is kept. */
export function question(changes: Partial<Question> = {}): Question {
	return {
		key: 'f'.repeat(32),
		message: 'May I restart checkout-1?',
		responseType: 'approval',
		approveLabel: 'Approve',
		declineLabel: 'Decline',
		sendLabel: 'Send',
		continueWhen: 'answered',
		tool: null,
		askedAt: '2026-04-15T11:00:00.000Z',
		until: null,
		closesIncident: false,
		addsNote: false,
		options: {},
		...changes,
	};
}

/** The same with its incident, before anybody has answered. */
export function waiting(changes: Partial<Question> = {}, incident: object = {}): Waiting {
	return {
		data: TIMED_OUT,
		incident: {
			id: 'Q1',
			number: 1007,
			title: 'Restart checkout-1?',
			status: 'triggered',
			severity: 'critical',
			service: 'Checkout',
			url: 'https://example.com/incidents/Q1',
			...incident,
		},
		question: question(changes),
	};
}
