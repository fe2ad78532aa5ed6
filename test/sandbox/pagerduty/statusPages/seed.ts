import { wholeSeconds } from '../../core/ids';
import { idOf } from '../named';
import type { Level, Page, Post, PostType } from './types';

const api = 'https://api.pagerduty.example';

export const selfOf = (...parts: string[]) => `${api}/status_pages/${parts.join('/')}`;

const WORDS: Record<'statuses' | 'severities' | 'impacts', Record<PostType, string[]>> = {
	statuses: {
		incident: ['investigating', 'identified', 'resolved'],
		maintenance: ['scheduled', 'in progress', 'completed'],
	},
	severities: {
		incident: ['all good', 'minor', 'major'],
		maintenance: ['all good', 'maintenance'],
	},
	impacts: {
		incident: ['operational', 'partial outage', 'outage'],
		maintenance: ['operational', 'under maintenance'],
	},
};

/** Three pages; the first has a post with one update, and a planned one. */
export function seedPages(now: number): Map<string, Page> {
	const pages = ['Alpenrad Status', 'Partners', 'Staff'].map((name) => pageOf(name, now));
	const [first] = pages;
	for (const [title, post_type] of [
		['Payments by card fail', 'incident'],
		['New database', 'maintenance'],
	] as const) {
		addPost(first, title, post_type, now - 3_600_000);
	}
	return new Map(pages.map((page) => [page.page.id, page]));
}

function pageOf(name: string, now: number): Page {
	const id = idOf('status_page', name);
	const status_page = { id, type: 'status_page' };
	const levels = (kind: keyof typeof WORDS, type: string): Level[] =>
		(['incident', 'maintenance'] as const).flatMap((post_type) =>
			WORDS[kind][post_type].map((description) => {
				const own = idOf(kind, `${name} ${post_type} ${description}`);
				return { id: own, self: selfOf(id, kind, own), description, post_type, status_page, type };
			}),
		);
	return {
		page: {
			id,
			type: 'status_page',
			name,
			published_at: wholeSeconds(now - 86_400_000),
			status_page_type: name === 'Staff' ? 'private' : 'public',
			url: `https://${name.toLowerCase().replace(/\W/g, '-')}.alpenrad.example`,
		},
		statuses: levels('statuses', 'status_page_status'),
		severities: levels('severities', 'status_page_severity'),
		impacts: levels('impacts', 'status_page_impact'),
		services: ['Checkout', 'Search', 'Delivery'].map((service) => {
			const own = idOf('status_page_service', `${name} ${service}`);
			return {
				id: own,
				self: selfOf(id, 'services', own),
				name: service,
				status_page,
				business_service: { id: idOf('business_service', service), type: 'business_service' },
				type: 'status_page_service',
			};
		}),
		posts: new Map(),
		notified: 0,
	};
}

/** Files a post with one update. */
export function addPost(page: Page, title: string, post_type: PostType, at: number): Post {
	const pageId = page.page.id;
	const id = idOf('status_page_post', `${pageId} ${title}`);
	const level = ({ id: own, type }: Level) => ({ id: own, type });
	const [status, severity] = [page.statuses, page.severities].map((all) =>
		all.find((one) => one.post_type === post_type),
	) as [Level, Level];
	const updateId = idOf('status_page_post_update', id);
	const post: Post = {
		id,
		pageId,
		title,
		post_type,
		starts_at: post_type === 'maintenance' ? wholeSeconds(at + 86_400_000) : null,
		ends_at: post_type === 'maintenance' ? wholeSeconds(at + 90_000_000) : null,
		updates: [
			{
				id: updateId,
				self: selfOf(pageId, 'posts', id, 'post_updates', updateId),
				type: 'status_page_post_update',
				post: { id, type: 'status_page_post' },
				message: `<p>${title}</p>`,
				reviewed_status: 'approved',
				status: level(status),
				severity: level(severity),
				impacted_services: [],
				update_frequency_ms: null,
				notify_subscribers: false,
				reported_at: wholeSeconds(at),
			},
		],
	};
	page.posts.set(id, post);
	return post;
}
