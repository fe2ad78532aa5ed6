import { chosen, chosenSet, flag, notStored } from '../../shared/run/create/alike';
import { asText } from '../../shared/ground/values';
import { TICKET, TICKET_STAGE } from '../form/ids';
import { NONE } from '../incident/existing';
import type { WorkKind } from '../works/kind';
import { nameOf } from '../works/record';
import {
	channelChanges,
	channelsOf,
	createFields,
	sentimentOf,
	updateFields,
	valuesOf,
} from './fields';
import { filterBody, filterFields } from './filters';

/** docs/facts/devrev.md#issues-and-tickets. */
export const ticket: WorkKind = {
	type: 'ticket',
	plural: 'tickets',
	name: 'ticketId',
	id: TICKET,
	stage: TICKET_STAGE,
	example: 'TKT-12',
	lists: {
		subtypes: 'getTicketSubtypes',
		newFields: 'getNewTicketFields',
		ownFields: 'getTicketFields',
	},
	createFields,
	updateFields,
	filterFields,
	createBody: (fields) => ({
		...valuesOf(fields),
		channels: channelsOf(fields),
		source_channel: fields.text('sourceChannel'),
	}),
	updateBody: (fields) => ({ ...valuesOf(fields), ...sentimentOf(fields) }),
	filterBody,
	dates: {},
	changes: channelChanges,
	traits: {
		account: chosen('account', { whenAbsent: null }),
		channels: chosenSet('channels', NONE),
		channels_v2: chosenSet('channels_v2', NONE),
		group: chosen('group', { whenAbsent: null }),
		// No reply shows it.
		is_spam: notStored,
		needs_response: flag('needs_response', false),
		rev_org: chosen('rev_org', { whenAbsent: null }),
		severity: chosen('severity'),
		source_channel: chosen('source_channel'),
		source_channel_v2: chosen('source_channel_v2', { whenAbsent: null }),
	},
	record: ({ severity, account, rev_org, group, needs_response }) => ({
		severity: asText(severity) ?? null,
		account: nameOf(account),
		workspace: nameOf(rev_org),
		group: nameOf(group),
		needsResponse: typeof needs_response === 'boolean' ? needs_response : null,
	}),
};
