import type { INodeProperties } from 'n8n-workflow';

import { choice, locator } from '../../shared/form/fields';
import { limited } from '../../shared/form/limits';
import type { Parameters } from '../../shared/form/parameters';
import { PAGE_POST, STATUS_PAGE } from '../form/ids';

/** Lists of what belongs to the chosen status page. */
export const ofPage = { loadOptionsDependsOn: ['statusPageId.value', 'postType'] };

export const thePage: INodeProperties = locator(STATUS_PAGE, {
	displayName: 'Status Page',
	name: 'statusPageId',
	required: true,
	description: 'The status page that customers read: choose it, or give its ID',
});

/** The post that an operation is about; `verb` as in "The post to read". */
export function thePost(verb: string): INodeProperties {
	return locator(PAGE_POST, {
		displayName: 'Post',
		name: 'postId',
		required: true,
		typeOptions: ofPage,
		description: `The post to ${verb}: choose it from those of the status page, or give its ID`,
	});
}

export const postType: INodeProperties = choice({
	displayName: 'Post Type',
	name: 'postType',
	default: 'incident',
	description: 'What the post is about: something that fails, or work that is planned',
	options: [
		{ name: 'Incident', value: 'incident' },
		{ name: 'Maintenance', value: 'maintenance' },
	],
});

export const postTitle: INodeProperties = limited(
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Payments by card fail',
		description: 'What customers read first, in 128 characters at most',
	},
	{ vendor: 'PagerDuty', characters: 128 },
);

export const message: INodeProperties = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. <p>We have found the cause and are repairing it.</p>',
	description: 'What customers read. It may be formatted with HTML.',
};

export const notifySubscribers: INodeProperties = {
	displayName: 'Notify Subscribers',
	name: 'notifySubscribers',
	type: 'boolean',
	default: false,
	description: 'Whether the subscribers of the status page are told. Off: nobody is notified.',
};

/** True only where somebody has switched it on. */
export const notifies = (parameters: Parameters): boolean =>
	parameters.boolean('notifySubscribers') === true;

/** The posts of the page that is chosen. */
export const postsOf = (parameters: Parameters): string =>
	`/status_pages/${parameters.pathId('statusPageId')}/posts`;

/** The post that is chosen. */
export const pathOf = (parameters: Parameters): string =>
	`${postsOf(parameters)}/${parameters.pathId('postId')}`;

/** IDs in the path of a post, or of what lies below it. */
export function idsIn(path: string): { statusPageId: string; postId: string | null } {
	const [, , statusPageId, , postId] = path.split('/').map(decodeURIComponent);
	return { statusPageId, postId: postId ?? null };
}
