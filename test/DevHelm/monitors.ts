import type { Suite } from '../support/suite';

/** The sandbox's monitor of this name. */
export function monitor(on: Suite, name: string) {
	const all = [...on.sandbox.state('devHelm').monitors.values()];
	const found = all.find((one) => one.name === name);
	if (!found) throw new TypeError(`no monitor ${name}`);
	return found;
}

/** The simplified monitor as the sandbox has it now. */
export function recordOf(on: Suite, name: string) {
	const { id, type, currentStatus, enabled, environment, tags, frequencySeconds, updatedAt } =
		monitor(on, name);
	return {
		provider: 'devhelm',
		id,
		name,
		type,
		status: currentStatus,
		enabled,
		environment: environment?.name ?? null,
		tags: tags.map((tag) => tag.name),
		frequencySeconds,
		updatedAt,
	};
}

/** The ID of the first of what the sandbox holds, where it does not matter which. */
export function nameless(all: Map<string, { id: string }>): string {
	const [first] = all.values();
	return first.id;
}
