import { Refusal } from '../../core/refusal';
import type { SandboxRequest } from '../../core/types';
import type { Token } from '../types';

/** The scope of a path, in the order of the list; the first match counts. */
const places: Array<[RegExp, string]> = [
	[/^\/incidents\/types(\/[^/]+)?$/, 'incident_types'],
	[/^\/incidents\/types\/[^/]+\/custom_fields/, 'custom_fields'],
	[/^\/incidents\/custom_fields/, 'custom_fields'],
	[/^\/incidents\/[^/]+\/status_updates\/(subscribers|unsubscribe)$/, 'subscribers'],
	[/^\/(incidents|log_entries)(\/|$)/, 'incidents'],
	[/^\/incident_workflows\/[^/]+\/instances$/, 'incident_workflows:instances'],
	[/^\/business_services(\/|$)/, 'services'],
	[/^\/users\/me$/, ''],
	[/^\/maintenance_windows(\/|$)/, 'services'],
	[/^\/users\/[^/]+\/(contact_methods|notification_rules)$/, 'users:contact_methods'],
];

/** What a request needs, by method and path; undefined: nothing. */
function scopeOf({ method, path }: SandboxRequest): string | undefined {
	const match = places.find(([pattern]) => pattern.test(path));
	const name = match ? match[1] : path.split('/')[1];
	if (!name) return undefined;
	return `${name}.${method === 'GET' ? 'read' : 'write'}`;
}

/** A token that was given with scopes may do what they name, and nothing else. */
export function requireScope({ scopes }: Token, request: SandboxRequest): void {
	const needed = scopeOf(request);
	if (!scopes || needed === undefined || scopes.has(needed)) return;
	throw new Refusal({
		status: 403,
		body: {
			error: {
				message: 'Token missing required scopes',
				code: 2010,
				required_scopes: needed,
			},
		},
	});
}
