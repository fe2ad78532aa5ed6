import type { JsonObject, Reply, SandboxRequest } from '../../core/types';
import { isObject } from '../../core/values';
import { renderIncident } from '../incidents/build';
import { renderEntry } from '../timeline/find';
import type { DevRevStore, Incident } from '../types';

/** What webhooks do not show of an incident. */
const unshown = [
	'actual_close_date',
	'custom_fields',
	'pia',
	'playbooks',
	'subtype',
	'sync_metadata',
];

/** An incident as webhooks show it: less than `incidents.get`, and with a key that nobody documents. */
export function webhookIncident(incident: Incident): JsonObject {
	const shown = Object.entries(renderIncident(incident)).filter(([key]) => !unshown.includes(key));
	return structuredClone({ ...Object.fromEntries(shown), id_v1: incident.display_id });
}

/** Notes what a request does to incidents and comments, for the webhooks. */
export function watched(
	store: DevRevStore,
	{ path, content }: SandboxRequest,
	serve: () => Reply,
): Reply {
	const [, noun, verb] =
		/^\/(incidents|timeline-entries)\.(create|update|delete)$/.exec(path) ?? [];
	if (!noun || store.webhooks.all.size === 0) return serve();
	const asked = content.kind === 'json' && isObject(content.value) ? String(content.value.id) : '';
	const find = noun === 'incidents' ? incidentOf : entryOf;
	const before = verb === 'create' ? undefined : find(store, asked);
	const reply = serve();
	const made = isObject(reply.body)
		? (reply.body.incident ?? reply.body.timeline_entry)
		: undefined;
	const after = isObject(made) ? find(store, String(made.id)) : undefined;
	const [type, key] = noun === 'incidents' ? ['incident', 'incident'] : ['timeline_entry', 'entry'];
	store.webhooks.happened.push({
		type: `${type}_${verb}d`,
		data: {
			...(after ? { [key]: after } : { id: before?.id }),
			...(before ? { [`old_${key}`]: before } : {}),
		},
	});
	return reply;
}

function incidentOf({ incidents }: DevRevStore, id: string): JsonObject | undefined {
	const found =
		incidents.get(id) ?? [...incidents.values()].find(({ display_id }) => display_id === id);
	return found && webhookIncident(found);
}

function entryOf({ timelines }: DevRevStore, wanted: string): JsonObject | undefined {
	const found = [...timelines.entries.values()].flat().find(({ id }) => id === wanted);
	return found && structuredClone(renderEntry(found, false));
}
