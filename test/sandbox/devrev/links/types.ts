import type { JsonObject } from '../../core/types';
import type { DevUser, Summary } from '../types';

/** What incidents are linked with beside each other. */
export interface Work extends Summary {
	type: 'issue' | 'opportunity' | 'task' | 'ticket';
	title: string;
	owned_by: DevUser[];
}

export interface CustomLinkType extends JsonObject {
	id: string;
	name: string;
	forward_name: string;
	is_deprecated: boolean;
}

export interface Link extends JsonObject {
	id: string;
	created_by: DevUser;
	created_date: string;
	link_type: string;
	custom_link_type?: JsonObject;
	source: JsonObject & { id: string };
	target: JsonObject & { id: string };
}

export interface LinkStore {
	works: Map<string, Work>;
	conversations: Map<string, Summary & { title: string }>;
	customTypes: Map<string, CustomLinkType>;
	links: Link[];
	/** Numbers are not used again. */
	nextLink: number;
}
