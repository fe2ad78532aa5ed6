import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../ground/values';
import type { IncidentSeverity } from '../records/incident';
import type { Alert } from './alert';
import { alertOf, fingerprintOf, firstText, linesOf, severityOf, timeOrNull } from './reading';

/** The macros of a notification by their plain names: `NOTIFY_HOSTNAME`, `host.name` and `host_name` are all HOSTNAME. */
export type Macros = { [name: string]: string };

/** States that the common words do not have: a plugin that says nothing may hide anything. */
const SEVERITIES: { [state: string]: IncidentSeverity } = {
	DOWN: 'critical',
	UNREACH: 'error',
	UNREACHABLE: 'error',
	UNKN: 'error',
	UNKNOWN: 'error',
};

/** What calls for nothing, whatever the state is. */
const REASONS: { [type: string]: string } = {
	ACKNOWLEDGEMENT: 'an acknowledgement',
	ALERTHANDLER: 'the run of an alert handler',
	DOWNTIMESTART: 'the start of a downtime',
};

/** After these the state says how it is: while it flapped or was in downtime nothing else was sent. */
const ENDINGS = new Set([
	'RECOVERY',
	'FLAPPINGSTOP',
	'FLAPPINGEND',
	'FLAPPINGDISABLED',
	'DOWNTIMEEND',
	'DOWNTIMECANCELLED',
	'DOWNTIMEREMOVED',
]);

/** The macros in a payload, those one level down (`host: { name }`) included; what was not filled in goes. Pure. */
export function macrosOf(payload: IDataObject): Macros {
	const macros: Macros = {};
	for (const [name, value] of Object.entries(payload)) {
		const inner = isObject(value) ? Object.entries(value) : [['', value]];
		for (const [part, one] of inner as Array<[string, unknown]>) {
			const text = firstText(one);
			if (text !== null && !/^\$[^$\s]+\$$/.test(text)) macros[plainName(name + part)] = text;
		}
	}
	return macros;
}

/** True for a payload with one of the macros that every notification has. Cheap, for it is asked of any payload. Pure. */
export function isNotification(payload: IDataObject): boolean {
	return Object.keys(payload).some((name) => /^[a-z_]*notification[._]?(?:type)?$/i.test(name));
}

/** The alert that a notification of Nagios, or of what goes by its macros, is. Pure. */
export function notificationAlert(tool: string, macros: Macros): Alert {
	const host = firstText(macros.HOSTNAME, macros.HOSTALIAS, macros.HOSTDISPLAYNAME);
	const service = firstText(macros.SERVICEDESC, macros.SERVICENAME, macros.SERVICEDISPLAYNAME);
	const kind = service === null ? 'HOST' : 'SERVICE';
	const state = firstText(macros[`${kind}STATE`], macros[`${kind}SHORTSTATE`])?.toUpperCase();
	const type = typeOf(macros);
	const { outcome, reason } = outcomeOf(type, state);
	const changedAt = timeOrNull(
		macros[`LAST${kind}STATECHANGE`] ?? macros[`${kind}LASTSTATECHANGE`],
	);
	const what = [service, host].filter(Boolean).join(' on ') || 'Something';
	return alertOf({
		tool,
		state: outcome,
		...(reason && { reason: `${reason} in ${tool}` }),
		title:
			type === 'FLAPPINGSTART'
				? `${what} is flapping`
				: `${what} is ${state ?? (outcome === 'resolved' ? 'well again' : 'not well')}`,
		text: linesOf(
			macros[`${kind}OUTPUT`],
			// Line ends come as two characters.
			(macros[`LONG${kind}OUTPUT`] ?? '').replace(/\\n/g, '\n'),
			commentOf(macros),
		),
		severity: SEVERITIES[state ?? ''] ?? severityOf(state),
		toolSeverity: state ?? null,
		source: host,
		service,
		// Problem IDs are 0 once the problem is over.
		fingerprint: fingerprintOf(tool, host, service),
		startedAt: outcome === 'firing' ? changedAt : null,
		endedAt: outcome === 'resolved' ? changedAt : null,
	});
}

/** `ACKNOWLEDGEMENT (sticky)`, `Acknowledgement` and `FlappingStart` as the one word that they are. */
function typeOf({ NOTIFICATIONTYPE }: Macros): string {
	return /^[a-z]*/i.exec(NOTIFICATIONTYPE ?? '')?.[0].toUpperCase() ?? '';
}

function outcomeOf(
	type: string,
	state: string | undefined,
): { outcome: Alert['state']; reason?: string } {
	const isFine = state === 'OK' || state === 'UP';
	if (Object.hasOwn(REASONS, type)) return { outcome: 'none', reason: REASONS[type] };
	if (type === 'CUSTOM' && isFine)
		return { outcome: 'none', reason: 'a message about what is well' };
	if (ENDINGS.has(type) && isFine) return { outcome: 'resolved' };
	return { outcome: type === 'RECOVERY' && state === undefined ? 'resolved' : 'firing' };
}

function commentOf(macros: Macros): string | null {
	const comment = firstText(
		macros.NOTIFICATIONCOMMENT,
		macros.SERVICEACKCOMMENT,
		macros.HOSTACKCOMMENT,
	);
	const author = firstText(macros.NOTIFICATIONAUTHOR, macros.NOTIFICATIONAUTHORNAME);
	return comment && (author ? `${author}: ${comment}` : comment);
}

function plainName(name: string): string {
	const plain = name.replace(/[^a-z0-9]/gi, '').toUpperCase();
	return plain.replace(/^(?:NOTIFY|NAGIOS|ICINGA)/, '');
}
