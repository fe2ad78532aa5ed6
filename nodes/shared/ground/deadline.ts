import { isObject } from './values';

/** Why a task was not awaited to its end. */
export type Ended = 'late' | 'stopped';

interface Listeners {
	all: Set<() => void>;
	fire: () => void;
}

/** Who waits for an `abort`. Each signal is listened to once: Node warns of a leak from eleven listeners on. */
const listening = new WeakMap<AbortSignal, Listeners>();

/**
 * Waits for an `abort` until `forget` is called, which must not be forgotten itself: Node keeps a signal that
 * somebody listens to.
 */
export function listenTo(signal: AbortSignal): { happened: Promise<void>; forget: () => void } {
	let forget = () => {};
	const happened = new Promise<void>((resolve) => {
		if (signal.aborted) return resolve();
		const { all, fire } = listening.get(signal) ?? listenersOf(signal);
		all.add(resolve);
		forget = () => {
			if (!all.delete(resolve) || all.size) return;
			signal.removeEventListener('abort', fire);
			listening.delete(signal);
		};
	});
	return { happened, forget };
}

function listenersOf(signal: AbortSignal): Listeners {
	const all = new Set<() => void>();
	const fire = () => all.forEach((resolve) => resolve());
	const listeners = { all, fire };
	listening.set(signal, listeners);
	signal.addEventListener('abort', fire);
	return listeners;
}

/**
 * Awaits a task for so long at most, and no longer than until `stop` is aborted. The task gets a signal
 * that is aborted in the end, whatever the end: one that does not obey it is left to itself.
 */
export async function within<Result>(
	milliseconds: number,
	stop: AbortSignal,
	task: (signal: AbortSignal) => Promise<Result>,
): Promise<{ result: Result; ended?: undefined } | { ended: Ended }> {
	const over = new AbortController();
	const late = listenTo(AbortSignal.timeout(Math.max(0, Math.ceil(milliseconds))));
	const stopped = listenTo(stop);
	try {
		return await Promise.race([
			stopped.happened.then(() => ({
				ended: isLate(stop) ? ('late' as const) : ('stopped' as const),
			})),
			late.happened.then(() => ({ ended: 'late' as const })),
			task(over.signal).then((result) => ({ result })),
		]);
	} finally {
		late.forget();
		stopped.forget();
		over.abort();
	}
}

/** A stop may itself be a deadline: that of a person who waits for a list, say. */
function isLate({ reason }: AbortSignal): boolean {
	return isObject(reason) && reason.name === 'TimeoutError';
}
