import type { IDataObject } from 'n8n-workflow';

import { chosen, moment, notStored, writtenText } from '../../shared/run/create/alike';
import type { Existing } from '../../shared/run/operation';
import { asObject, asRows, asText } from '../../shared/ground/values';
import { laterPages } from '../api/laterPages';
import { rowsOf } from '../api/profile';
import { asItCame, listedBy, reportedAt, whenListed } from './reported';

const advice = 'Look for it in PagerDuty';

/** What a post said when it was made; undefined where only references to its updates are shown. */
function opening({ updates }: IDataObject): IDataObject {
	const told = asRows(updates).filter(({ message }) => asText(message) !== undefined);
	const time = ({ reported_at }: IDataObject) => Date.parse(asText(reported_at) ?? '') || 0;
	return told.sort((one, other) => time(one) - time(other))[0] ?? {};
}

/** A post is known again by its title, times and first words, among those of its page. */
export const posts: Existing = {
	sent: ({ path, body }) => {
		const { updates, ...post } = asObject(asObject(body).post);
		const [first = {}] = asRows(updates);
		return { ...post, ...first, type: post.type, path };
	},
	traits: {
		title: writtenText('title'),
		post_type: chosen('post_type'),
		starts_at: moment('starts_at', { whenAbsent: null }),
		ends_at: moment('ends_at', { whenAbsent: null }),
		message: writtenText('message', { from: (post) => opening(post).message }),
		status: chosen('status', { from: (post) => opening(post).status }),
		severity: chosen('severity', { from: (post) => opening(post).severity }),
		reported_at: reportedAt((post) => opening(post).reported_at),
		impacted_services: notStored,
		notify_subscribers: notStored,
		update_frequency_ms: notStored,
		status_page: notStored,
		path: notStored,
	},
	createdAt: whenListed,
	recent: ({ path, post_type }) => ({
		method: 'GET',
		path: String(path),
		query: { post_type: asText(post_type) },
	}),
	again: {
		read: (id, { path }) => ({
			method: 'GET',
			path: `${String(path)}/${encodeURIComponent(id)}`,
			query: { 'include[]': ['status_page_post_update'] },
		}),
	},
	paging: laterPages('posts', advice),
	rows: listedBy(rowsOf('posts')),
};

/** An update is known again by its words and state, among those of its post. */
export const updates: Existing = {
	sent: ({ path, body }) => ({ ...asObject(asObject(body).post_update), path }),
	traits: {
		message: writtenText('message'),
		status: chosen('status'),
		severity: chosen('severity'),
		reported_at: reportedAt(({ reported_at }) => reported_at),
		impacted_services: notStored,
		notify_subscribers: notStored,
		update_frequency_ms: notStored,
		post: notStored,
		path: notStored,
	},
	createdAt: whenListed,
	recent: ({ path }) => ({ method: 'GET', path: String(path) }),
	again: { body: (row) => ({ post_update: asItCame(row) }) },
	paging: laterPages('updates', advice),
	rows: listedBy(rowsOf('post_updates')),
};
