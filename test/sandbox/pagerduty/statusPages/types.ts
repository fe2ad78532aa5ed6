import type { JsonObject } from '../../core/types';

export type PostType = 'incident' | 'maintenance';

export interface Link {
	id: string;
	type: string;
	self?: string;
}

export interface StatusPage extends JsonObject {
	id: string;
	type: 'status_page';
	name: string;
	published_at: string | null;
	status_page_type: 'public' | 'private';
	url: string;
}

/** A status, a severity or an impact of a page. */
export interface Level extends JsonObject {
	id: string;
	self: string;
	description: string;
	post_type: PostType;
	status_page: Link;
	type: string;
}

export interface PageService extends JsonObject {
	id: string;
	self: string;
	name: string;
	status_page: Link;
	business_service: Link;
	type: 'status_page_service';
}

export interface PostUpdate extends JsonObject {
	id: string;
	self: string;
	type: 'status_page_post_update';
	post: Link;
	message: string;
	reviewed_status: 'approved' | 'not_reviewed';
	status: Link;
	severity: Link;
	impacted_services: Array<{ service: Link; impact: Link }>;
	update_frequency_ms: number | null;
	notify_subscribers: boolean;
	reported_at: string;
}

export interface Postmortem extends JsonObject {
	id: string;
	self: string;
	type: 'status_page_post_postmortem';
	post: Link;
	message: string;
	notify_subscribers: boolean;
	reported_at: string;
}

export interface Post {
	id: string;
	pageId: string;
	title: string;
	post_type: PostType;
	starts_at: string | null;
	ends_at: string | null;
	updates: PostUpdate[];
	postmortem?: Postmortem;
}

/** A page with all that belongs to it. */
export interface Page {
	page: StatusPage;
	statuses: Level[];
	severities: Level[];
	impacts: Level[];
	services: PageService[];
	posts: Map<string, Post>;
	/** How often subscribers were told something. */
	notified: number;
}
