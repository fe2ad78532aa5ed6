import type { JsonObject } from '../../core/types';
import type { Reference } from '../types';

export interface MaintenanceWindow extends JsonObject {
	id: string;
	type: 'maintenance_window';
	summary: string;
	self: string;
	html_url: string | null;
	sequence_number: number;
	start_time: string;
	end_time: string;
	description: string;
	created_by?: Reference;
	services: Reference[];
	teams: Reference[];
}

export interface Override extends JsonObject {
	id: string;
	start: string;
	end: string;
	user: Reference;
}

/** What is planned ahead. */
export interface Planning {
	/** In the order in which they were made. */
	windows: Map<string, MaintenanceWindow>;
	/** By the schedule's id, in the order in which they were made. */
	overrides: Map<string, Override[]>;
	/** What ended an incident, in the words of who resolved it; by the incident's id. */
	resolutions: Map<string, string>;
	/** What was made so far, for ids that are the same in every run. */
	made: number;
}
