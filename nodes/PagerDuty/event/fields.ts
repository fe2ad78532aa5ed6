import type { INodeProperties } from 'n8n-workflow';

import { dateTime } from '../../shared/form/fields';
import { limited } from '../../shared/form/limits';

/** "Summary": what becomes the title of the alert, or of the change. */
export const summary: INodeProperties = {
	displayName: 'Summary',
	name: 'summary',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Checkout answers with 502',
	description:
		'What happened, in one line. It becomes the title that responders read. Of more than 1,024 characters PagerDuty gets the beginning here, and the whole text among the custom details.',
};

/** The key that ties the events about one problem together. */
export const dedupKey: INodeProperties = limited(
	{
		displayName: 'Dedup Key',
		name: 'dedupKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. checkout-502',
		description:
			'Your own key for this problem, of 255 characters at most. While an alert with this key is open, the event is added to it and nobody is paged anew. Without a key, one is made for each item of each run; the output has it as the ID.',
	},
	{
		vendor: 'PagerDuty',
		characters: 255,
		advice: 'Shorten it, in the same way for Trigger, Acknowledge and Resolve',
	},
);

/** The key of the alert that an Acknowledge or a Resolve is about. */
export const dedupKeyOfAlert: INodeProperties = {
	...dedupKey,
	required: true,
	description:
		'The key of the alert, as it was given to Trigger, or the ID that Trigger put out. The integration key must be the one that triggered the alert.',
};

/** When it happened, as the sender has it. */
export const timestamp = dateTime({
	displayName: 'Timestamp',
	name: 'timestamp',
	description: 'When it happened. Without it PagerDuty takes the time at which the event arrives.',
});

/** "Custom Details (JSON)": anything that helps the responders. */
export const customDetails: INodeProperties = {
	displayName: 'Custom Details (JSON)',
	name: 'customDetails',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. { "error_rate": 0.31, "region": "eu-west-1" }',
	description:
		'More facts for the responders, as a JSON object. Lists and objects inside are fine.',
};

/** "Links": web pages to look at. */
export const links: INodeProperties = {
	displayName: 'Links',
	name: 'links',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Link' },
	placeholder: 'Add Link',
	default: {},
	description: 'Web pages that help, such as a dashboard or a runbook',
	options: [
		{
			displayName: 'Link',
			name: 'values',
			values: [
				{
					displayName: 'Link URL',
					name: 'href',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://wiki.example.com/runbooks/checkout',
					description: 'Address of the page',
				},
				{
					displayName: 'Text',
					name: 'text',
					type: 'string',
					default: '',
					placeholder: 'e.g. Runbook',
					description: 'What to show instead of the address',
				},
			],
		},
	],
};

/** "Images": graphs and screenshots, shown with the incident. */
export const images: INodeProperties = {
	displayName: 'Images',
	name: 'images',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Image' },
	placeholder: 'Add Image',
	default: {},
	description: 'Pictures to show with the incident, such as a graph',
	options: [
		{
			displayName: 'Image',
			name: 'values',
			values: [
				{
					displayName: 'Image URL',
					name: 'src',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://grafana.example.com/render/checkout.png',
					description: 'Address of the picture. PagerDuty shows https addresses only.',
				},
				{
					displayName: 'Alternative Text',
					name: 'alt',
					type: 'string',
					default: '',
					placeholder: 'e.g. Error rate of the last hour',
					description: 'What to read where the picture cannot be shown',
				},
				{
					displayName: 'Link URL',
					name: 'href',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://grafana.example.com/d/checkout',
					description: 'Address that a click on the picture opens',
				},
			],
		},
	],
};
