import type { IDataObject } from 'n8n-workflow';

import type { IncidentSeverity } from '../records/incident';

/** A web page about an alert. */
export type AlertLink = { text: string; href: string };

/**
 * What a monitoring tool says of one problem, the same for every tool. Unknown is null, never an empty text;
 * texts are plain, as the tool wrote them: whoever shows them escapes them.
 */
export interface Alert {
	/** The tool as people call it, such as "Alertmanager". */
	tool: string;
	/** `none` is what calls for nothing, such as a test message or an acknowledgement: `reason` says what it was. */
	state: 'firing' | 'resolved' | 'none';
	/** One line, never empty. */
	title: string;
	/** The longer text. */
	text: string | null;
	severity: IncidentSeverity | null;
	/** The tool's own word for it. */
	toolSeverity: string | null;
	/** What is affected, such as a host. */
	source: string | null;
	/** What the affected thing belongs to, where the tool says so: a hint, no vendor's ID. */
	service: string | null;
	/** The same for the same problem, from its first message to its last; another one for another problem. */
	fingerprint: string;
	/** ISO 8601. */
	startedAt: string | null;
	/** ISO 8601; null while it is firing. */
	endedAt: string | null;
	links: AlertLink[];
	/** The tool's labels, tags or dimensions. */
	labels: { [name: string]: string };
	/** Why nothing is to be done, as the end of "nothing was sent: it was …"; for `none` only. */
	reason?: string;
}

/** How the messages of one tool are told and read. Both functions are pure, and take any JSON without throwing. */
export interface AlertSource {
	/** Frozen from the first release on: saved workflows refer to it. */
	value: string;
	/** As the menu shows it. */
	name: string;
	/** What a payload of it has, for a person whose payload is not recognised: "'alerts' with 'fingerprint'". */
	looksFor: string;
	/** True for a payload of this tool and of no other. */
	recognises: (payload: IDataObject) => boolean;
	/**
	 * The alerts in a payload, in its order; an empty list where it has none.
	 * @throws FormIssue for what this tool sends and nobody can send on, saying what to do
	 */
	read: (payload: IDataObject) => Alert[];
}
