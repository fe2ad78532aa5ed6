import type { IDataObject } from 'n8n-workflow';

import { FormIssue } from '../../shared/ground/failures';
import type { StateRule } from '../../shared/run/operation';
import type { ApiRequest } from '../../shared/wire/request';
import { asText } from '../../shared/ground/values';
import { hasCode } from '../api/words';

const read = ({ path }: ApiRequest): ApiRequest => ({ method: 'GET', path });

const isResolved = ({ status }: IDataObject) => status === 'resolved';

const nameOf = ({ incident_number, title }: IDataObject) =>
	[incident_number && `#${String(incident_number)}`, title && `"${String(title)}"`]
		.filter(Boolean)
		.join(' ');

const alreadyIf = (holds: (incident: IDataObject) => boolean) => (incident: IDataObject) =>
	holds(incident)
		? `Some incidents were ${asText(incident.status) ?? 'open'} already: nothing was changed on them`
		: undefined;

/** What error codes say about the state of an incident. docs/facts/pagerduty.md#codes-of-an-incidents-state. */
const ALREADY_RESOLVED = 1001;
const ALREADY_ACKNOWLEDGED = 1002;
const NOT_ACKNOWLEDGED = 1012;

/**
 * Setting "acknowledged" on a resolved incident reopens it, which nobody asked for: the incident is
 * read before. docs/facts/pagerduty.md#acknowledging-and-reopening.
 */
export const acknowledged: StateRule = {
	read,
	looksFirst: true,
	already: alreadyIf(({ status }) => status === 'acknowledged'),
	isConflict: hasCode(ALREADY_ACKNOWLEDGED),
	guard: (incident) => {
		if (!isResolved(incident)) return;
		throw new FormIssue(
			`Incident ${nameOf(incident)} is resolved, and acknowledging it would reopen it`,
			"Nothing was sent. If it has to be worked on again, use the operation 'Reopen'.",
		);
	},
};

/** Resolved already is what was wanted. */
export const resolved: StateRule = {
	read,
	already: alreadyIf(isResolved),
	isConflict: hasCode(ALREADY_RESOLVED),
};

/** An open incident is left as it is: "triggered" would take back its acknowledgement. */
export const reopened: StateRule = {
	read,
	looksFirst: true,
	already: alreadyIf((incident) => !isResolved(incident)),
	isConflict: hasCode(NOT_ACKNOWLEDGED),
};
