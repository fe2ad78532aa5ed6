import type { IDataObject } from 'n8n-workflow';

import { whenFiringAgain } from '../../shared/alerts/form';
import { closingOf, type Told } from '../../shared/alerts/told';
import { without } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { openOrClose, sendFromAlert as fromAlert } from '../../shared/run/alerts';
import { formOf } from '../../shared/run/assemble';
import type { Steps } from '../../shared/run/operation';
import { asText } from '../../shared/ground/values';
import { fromOption, paging, rowsOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { create } from './create';
import { existing } from './existing';
import { resolve } from './resolve';
import { update } from './update';

/** What the alert says itself. */
const SAID = ['title', 'body', 'incidentKey', 'simplify', 'options'];

/** `POST /incidents` and `PUT /incidents/{id}`, by the incident key. docs/facts/pagerduty.md#finding-an-incident-by-its-key. */
export const sendFromAlert = fromAlert({
	noun: 'incident',
	description:
		'Pass on what a monitoring tool has sent, such as a group of alerts of Alertmanager or Grafana: each alert that fires opens an incident, or updates its open one, and each that is over resolves what it opened',
	properties: without(create.properties, SAID),
	options: [fromOption, whenFiringAgain],
	checkAfterUnknown: create.checkAfterUnknown ?? '',
	simplify: toIncidentRecord,
	about: (told, parameters) => {
		const creating = parameters.as(formOf(create), {
			title: told.title,
			additionalFields: { body: told.details, incidentKey: told.key },
		});
		const request = create.request(creating);
		return {
			request,
			deal: async (steps) =>
				await openOrClose(steps, told, parameters, {
					open: async () => await openOnes(steps, existing.sent(request)),
					create: async () => await steps.perform(create, creating),
					update: (row) => updateOf(steps, told, parameters, row),
					resolve: async (row) => await steps.perform(resolve, resolving(told, parameters, row)),
				}),
		};
	},
});

async function openOnes(steps: Steps, incident: IDataObject): Promise<IDataObject[]> {
	const list = existing.open?.list(incident);
	return list ? await steps.list({ paging, rows: rowsOf('incidents') }, list) : [];
}

function updateOf(steps: Steps, told: Told, parameters: Parameters, row: IDataObject) {
	if (asText(row.title)?.trim() === told.title) return;
	const given = { incidentId: row.id, updateFields: { title: told.title } };
	return steps.perform(update, parameters.as(formOf(update), given));
}

function resolving(told: Told, parameters: Parameters, row: IDataObject): Parameters {
	return parameters.as(formOf(resolve), {
		incidentId: row.id,
		additionalFields: { resolution: closingOf(told) },
	});
}
