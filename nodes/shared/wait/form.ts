import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { choice, title as titleField } from '../form/fields';
import type { Parameters } from '../form/parameters';
import { lengthOf } from '../ground/characters';
import type { ContinueWhen, ResponseType } from './question';

/** Both of these are named as n8n's own operations of this kind name them: its review of tools relies on it. */
export const questionFields: INodeProperties[] = [
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		placeholder: 'e.g. May I restart checkout-1? It has run out of memory.',
		description:
			'The question. It becomes the text of the incident, with a link to the page where it is answered, and its first line the title.',
	},
	choice({
		displayName: 'Response Type',
		name: 'responseType',
		default: 'approval',
		description: 'How the question is answered',
		options: [
			{
				name: 'Approval',
				value: 'approval',
				description: 'Two buttons, Approve and Decline, and room for a comment',
			},
			{ name: 'Free Text', value: 'freeText', description: 'A text' },
		],
	}),
];

const ANSWERED = { name: 'Answered', value: 'answered', description: 'Only an answer counts' };
const RESOLVED = {
	name: 'Answered or Resolved',
	value: 'resolved',
	description: 'Also when the incident is resolved at the vendor',
};
const ACKNOWLEDGED = {
	name: 'Answered, Acknowledged or Resolved',
	value: 'acknowledged',
	description: 'Also when somebody acknowledges the incident at the vendor, or resolves it',
};

/** "Continue When". @param canBeAcknowledged false where the vendor knows no such state */
export function continueWhen(canBeAcknowledged: boolean): INodeProperties {
	return choice({
		displayName: 'Continue When',
		name: 'continueWhen',
		default: 'answered',
		description:
			"What ends the wait. All but 'Answered' need a second, published workflow that tells this one of it: a trigger for the incident's events, and the operation 'Continue Waiting Workflow'.",
		options: [ANSWERED, RESOLVED, ...(canBeAcknowledged ? [ACKNOWLEDGED] : [])],
	});
}

/** The title, where it is not to be the first line of the question. */
export const ownTitle: INodeProperties = {
	...titleField,
	required: undefined,
	description: 'The title of the incident, instead of the first line of the message',
};

const label = (displayName: string, name: string, text: string, of: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: text,
	description: `What the button says ${of}`,
});

const UNITS: { [unit: string]: number } = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

const limitWaitTime: INodeProperties = {
	displayName: 'Limit Wait Time',
	name: 'limitWaitTime',
	type: 'fixedCollection',
	default: { values: { amount: 45, unit: 'minutes' } },
	description:
		'How long to wait: a minute or longer, and n8n may take a minute more. Then the workflow goes on with the outcome "timedOut".',
	options: [
		{
			displayName: 'Limit',
			name: 'values',
			values: [
				{
					displayName: 'Amount',
					name: 'amount',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 45,
					description: 'How many minutes, hours or days to wait',
				},
				choice({
					displayName: 'Unit',
					name: 'unit',
					default: 'minutes',
					description: 'What the amount counts',
					options: [
						{ name: 'Days', value: 'days' },
						{ name: 'Hours', value: 'hours' },
						{ name: 'Minutes', value: 'minutes' },
					],
				}),
			],
		},
	],
};

const addsNote: INodeProperties = {
	displayName: 'Add Note With Answer',
	name: 'addNote',
	type: 'boolean',
	default: false,
	description:
		'Whether to write the answer on the incident once it is taken. If the vendor cannot be reached then, the workflow goes on without.',
};

const closes: INodeProperties = {
	displayName: 'Close Incident on Answer',
	name: 'closeOnAnswer',
	type: 'boolean',
	default: false,
	description:
		'Whether to resolve the incident once an answer is taken. If the vendor cannot be reached then, it stays open and the workflow goes on.',
};

/** "Options" of the operation, before the vendor's own. */
export const waitOptions: INodeProperties[] = [
	addsNote,
	label('Approve Button Label', 'approveLabel', 'Approve', 'that approves'),
	closes,
	label('Decline Button Label', 'declineLabel', 'Decline', 'that declines'),
	limitWaitTime,
	label('Send Button Label', 'sendLabel', 'Send', 'that sends a text'),
];

/** What the form says about a question. */
export interface Asking {
	message: string;
	responseType: ResponseType;
	continueWhen: ContinueWhen;
	approveLabel: string;
	declineLabel: string;
	sendLabel: string;
	limitMs?: number;
	closesIncident: boolean;
	addsNote: boolean;
	options: IDataObject;
}

const MOST_MESSAGE = 10_000;
const MOST_LABEL = 40;
const MOST_DAYS = 365;

/**
 * Reads the question and how it is answered. Pure.
 * @param own the vendor's own options, kept for what is sent later on
 * @throws FormIssue on bad input
 */
export function readAsking(parameters: Parameters, own: INodeProperties[]): Asking {
	const options = parameters.group('options');
	const button = (name: string, usual: string) =>
		short(options, name, options.text(name) ?? usual, MOST_LABEL);
	return {
		message: short(parameters, 'message', parameters.text('message') ?? '', MOST_MESSAGE),
		responseType: parameters.option<ResponseType>('responseType') ?? 'approval',
		continueWhen: parameters.option<ContinueWhen>('continueWhen') ?? 'answered',
		approveLabel: button('approveLabel', 'Approve'),
		declineLabel: button('declineLabel', 'Decline'),
		sendLabel: button('sendLabel', 'Send'),
		limitMs: limitOf(options),
		closesIncident: options.boolean('closeOnAnswer') ?? false,
		addsNote: options.boolean('addNote') ?? false,
		options: Object.fromEntries(
			own.flatMap(({ name }) => {
				const text = options.text(name);
				return text === undefined ? [] : [[name, text]];
			}),
		),
	};
}

function short(fields: Parameters, name: string, text: string, most: number): string {
	if (lengthOf(text) <= most) return text;
	const limit = most.toLocaleString('en-US');
	return fields.refuse(name, `is longer than ${limit} characters`, 'Shorten it');
}

function limitOf(options: Parameters): number | undefined {
	const [row] = options.rows('limitWaitTime');
	if (!row) {
		if (!options.isMeant('limitWaitTime')) return;
		return options.refuse('limitWaitTime', 'is empty', 'Give an amount and a unit');
	}
	const amount = row.integer('amount');
	const unit = row.option<string>('unit') ?? 'minutes';
	if (amount === undefined || amount < 1) {
		return row.refuse('amount', `cannot be ${amount ?? 'empty'}`, 'Wait for a minute or longer');
	}
	const milliseconds = amount * UNITS[unit];
	if (milliseconds <= MOST_DAYS * UNITS.days) return milliseconds;
	return row.refuse('amount', 'is longer than a year', `Use ${MOST_DAYS} days or less`);
}
