import { addEvent } from '../sandbox/bleemeo/events';
import { BEGAN, ENDED, NOTE, ONE_SET, type Played, WRITTEN } from '../shared/records/played';
import type { Suite } from '../support/suite';

function set(on: Suite): void {
	const store = on.sandbox.state('bleemeo');
	const [account] = store.accounts.keys();
	const agents = [...store.agents.keys()];
	store.events.clear();
	ONE_SET.forEach(({ title, severity, service, began, acknowledged, resolved }, index) => {
		const thread_id = `c4f1d5a0-0000-4000-8000-${String(index).padStart(12, '0')}`;
		const event = (status: number, happened_at: string) =>
			addEvent(
				store,
				account,
				{ title, status, happened_at, thread_id, agent: agents[service] },
				Date.parse(happened_at),
			);
		event(severity === 'critical' ? 2 : 1, began);
		if (acknowledged) event(10, acknowledged);
		if (resolved) event(0, resolved);
	});
}

function one(on: Suite) {
	const store = on.sandbox.state('bleemeo');
	const [account] = store.accounts.keys();
	const thread_id = 'c4f1d5a0-0000-4000-8000-00000000000a';
	const event = (status: number, title: string, happened_at: string) =>
		addEvent(store, account, { status, title, happened_at, thread_id }, Date.parse(happened_at));
	event(2, 'Shop is down', BEGAN);
	event(10, NOTE, WRITTEN);
	event(0, 'Shop is up', ENDED);
	return { resource: 'event', findThreadBy: 'threadId', threadId: thread_id };
}

export const played: Played = {
	vendor: 'bleemeo',
	set,
	one,
	metrics: { resource: 'event', service: 'agent', isAnswerUnknown: true },
};
