import { queryList, queryValue } from '../../core/request';
import { get, put } from '../../core/router';
import type { Route } from '../../core/router';
import { object, oneOf, required } from '../../core/shape';
import type { JsonObject } from '../../core/types';
import { requireWriteAccess } from '../auth';
import type { PagerDutyContext } from '../auth';
import { invalidInput, missingAbility, notFound } from '../errors';
import { demand } from '../shapes';
import type { Incident, PagerDutyStore } from '../types';
import { findIncident, readBody } from './find';
import { renderIncident } from './render';

const relation = oneOf('impacted', 'not_impacted');

/** How rare an incident is, and what customers feel of it. */
export const impactRoutes: Array<Route<PagerDutyContext>> = [
	get('/incidents/{id}/outlier_incident', ({ store }, request, { id }) => {
		const incident = findIncident(store, id);
		if (!store.abilities.has('event_intelligence')) throw missingAbility('event_intelligence');
		const details = queryList(request.query, 'additional_details[]');
		if (details.some((one) => one !== 'incident')) throw invalidInput('Unknown details.');
		const { created_at, self, title } = incident;
		const own = details.length
			? renderIncident(store, incident, request)
			: { id: incident.id, created_at, self, title };
		return {
			status: 200,
			body: {
				outlier_incident: {
					incident: {
						...own,
						occurrence: {
							count: 10,
							frequency: 0.04,
							category: 'rare',
							since: queryValue(request.query, 'since') ?? created_at,
							until: created_at,
						},
					},
					incident_template: { id: 'PX3P1PX', cluster_id: 'P2B3X5', mined_text: `${title} <*>` },
				},
			},
		};
	}),
	get('/incidents/{id}/business_services/impacts', ({ store }, _request, { id }) => {
		const services = impactedBy(store, findIncident(store, id));
		return { status: 200, body: { limit: 100, next_cursor: null, services } };
	}),
	put('/incidents/{id}/business_services/{other}/impacts', (context, request, { id, other }) => {
		const { store } = context;
		requireWriteAccess(context.caller);
		const incident = findIncident(store, id);
		if (!store.businessServices.has(other)) throw notFound();
		const body = readBody(request);
		demand(body, object({ relation: required(relation) }));
		const said = store.impacts.get(incident.id) ?? new Map();
		store.impacts.set(incident.id, said);
		said.set(other, body.relation as 'impacted');
		return { status: 200, body: { relation: body.relation } };
	}),
];

function impactedBy(store: PagerDutyStore, incident: Incident): JsonObject[] {
	const said = store.impacts.get(incident.id) ?? new Map<string, string>();
	return [...said].flatMap(([id, status]) => {
		const service = store.businessServices.get(id);
		if (!service) return [];
		return [
			{
				id,
				name: service.name,
				type: 'business_service',
				status,
				additional_fields: { highest_impacting_priority: null },
			},
		];
	});
}
