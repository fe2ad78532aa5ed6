import { queryList, queryValue } from '../../core/request';
import { get } from '../../core/router';
import type { Route } from '../../core/router';
import type { JsonObject } from '../../core/types';
import type { PagerDutyContext } from '../auth';
import { invalidInput, missingAbility } from '../errors';
import type { Incident } from '../types';
import { findIncident } from './find';
import { renderIncident } from './render';

const mostRelated = 20;
const mostPast = 999;
const halfYear = 183 * 86_400_000;

/** What these lists tell about an incident. */
const brief = ({ id, created_at, self, title }: Incident): JsonObject => ({
	id,
	created_at,
	self,
	title,
});

/** Incidents that resemble one; not in every plan. */
export const relatedRoutes: Array<Route<PagerDutyContext>> = [
	get('/incidents/{id}/related_incidents', ({ store }, request, { id }) => {
		const incident = findIncident(store, id);
		if (!store.abilities.has('event_intelligence')) throw missingAbility('event_intelligence');
		const details = queryList(request.query, 'additional_details[]');
		if (details.some((one) => one !== 'incident')) {
			throw invalidInput('additional_details must be incident.');
		}
		const isWhole = details.length > 0;
		const related_incidents = [...store.incidents.newestFirst()]
			.filter((one) => one !== incident && one.service.id !== incident.service.id)
			.slice(0, mostRelated)
			.map((one) => ({
				incident: isWhole ? renderIncident(store, one, request) : brief(one),
				relationships: [
					{
						type: 'machine_learning_inferred',
						metadata: { grouping_classification: 'similar_contents', user_feedback: {} },
					},
				],
			}));
		return { status: 200, body: { related_incidents } };
	}),
	get('/incidents/{id}/past_incidents', ({ store }, request, { id }) => {
		const incident = findIncident(store, id);
		if (!store.abilities.has('event_intelligence')) throw missingAbility('event_intelligence');
		const limit = Number(queryValue(request.query, 'limit') ?? 5);
		if (!Number.isInteger(limit) || limit < 1 || limit > mostPast) {
			throw invalidInput(`limit must be from 1 to ${mostPast}.`);
		}
		const from = store.clock.now() - halfYear;
		const found = [...store.incidents.newestFirst({ from, to: Infinity })].filter(
			(one) => one !== incident && one.service.id === incident.service.id,
		);
		const past_incidents = found
			.slice(0, limit)
			.map((one, index) => ({ incident: brief(one), score: 46.8249 / (index + 1) }));
		const isCounted = queryValue(request.query, 'total') === 'true';
		return {
			status: 200,
			body: { past_incidents, limit, ...(isCounted ? { total: found.length } : {}) },
		};
	}),
];
