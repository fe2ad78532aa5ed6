import type { Alert } from './alert';

/** The parts of an alert by which a template names them. */
const PARTS: { [name: string]: (alert: Alert) => string | null | undefined } = {
	title: ({ title }) => title,
	text: ({ text }) => text,
	severity: ({ severity }) => severity,
	toolSeverity: ({ toolSeverity }) => toolSeverity,
	state: ({ state }) => state,
	source: ({ source }) => source,
	service: ({ service }) => service,
	tool: ({ tool }) => tool,
	fingerprint: ({ fingerprint }) => fingerprint,
	startedAt: ({ startedAt }) => startedAt,
	endedAt: ({ endedAt }) => endedAt,
	link: ({ links }) => links[0]?.href,
};

/** What a template may name, as people read it. */
export const PLACEHOLDERS = [...Object.keys(PARTS), 'labels.NAME']
	.map((name) => `{${name}}`)
	.join(', ');

const PLACEHOLDER = /\{([a-zA-Z]+)(?:\.([^{}]+))?\}/g;

/** The first placeholder of a template that no alert has; undefined where all is well. Pure. */
export function unknownIn(template: string): string | undefined {
	for (const [whole, name, label] of template.matchAll(PLACEHOLDER)) {
		if (
			name === 'labels' ? label === undefined : label !== undefined || !Object.hasOwn(PARTS, name)
		)
			return whole;
	}
	return;
}

/**
 * The template with an alert's parts in it. What the alert lacks is left out, and so is a line or a text that
 * has nothing else. Pure.
 */
export function filledIn(template: string, alert: Alert): string {
	return template
		.replace(PLACEHOLDER, (_, name: string, label?: string) =>
			name === 'labels' ? labelOf(alert, label) : (PARTS[name](alert) ?? ''),
		)
		.trim();
}

function labelOf({ labels }: Alert, name = ''): string {
	return Object.hasOwn(labels, name) ? labels[name] : '';
}
