import type { IDataObject } from 'n8n-workflow';

import { whenFiringAgain } from '../../shared/alerts/form';
import { closingOf, markOf, type Told } from '../../shared/alerts/told';
import { without } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { listedOnce, openOrClose, sendFromAlert as fromAlert } from '../../shared/run/alerts';
import { formOf } from '../../shared/run/assemble';
import type { Steps } from '../../shared/run/operation';
import { Fault } from '../../shared/ground/failures';
import { asText } from '../../shared/ground/values';
import { paging, rowsOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { create } from './create';
import { existing } from './existing';
import { resolve } from './resolve';
import { isLacking } from './state';
import { update } from './update';

/** What the alert says itself. */
const SAID = ['title', 'severity', 'body', 'simplify', 'options'];

const SEVERITY = { critical: 'DOWN', error: 'DOWN', warning: 'DEGRADED', info: 'DEGRADED' };

/**
 * Creates, corrects and resolves incidents. DevHelm keeps no key, so ten letters of it stand at the end of the
 * title, and the open incident is known by them. docs/facts/devhelm.md#reference-of-an-incident.
 */
export const sendFromAlert = fromAlert({
	noun: 'incident',
	description:
		'Pass on what a monitoring tool has sent, such as a group of alerts of Alertmanager or Grafana: each alert that fires opens an incident, or corrects its open one, and each that is over resolves what it opened. Its mark at the end of the title, such as [5f0c2a91be], must stay: the incident is found by it.',
	properties: without(create.properties, SAID),
	options: [whenFiringAgain],
	checkAfterUnknown: create.checkAfterUnknown ?? '',
	simplify: toIncidentRecord,
	about: (told, parameters) => {
		const creating = parameters.as(formOf(create), {
			...said(told),
			additionalFields: { body: told.details },
		});
		return {
			request: create.request(creating),
			deal: async (steps) =>
				await openOrClose(steps, told, parameters, {
					open: async () => await openOnes(steps, told),
					create: async () => await steps.perform(create, creating),
					update: async (row) => await updated(steps, told, parameters, row),
					resolve: async (row) => await steps.perform(resolve, resolving(told, parameters, row)),
				}),
		};
	},
});

function said({ title, key, severity }: Told): IDataObject {
	return { title: `${title} ${markOf(key)}`, severity: SEVERITY[severity] };
}

async function openOnes(steps: Steps, told: Told): Promise<IDataObject[]> {
	const list = existing.open?.list({});
	if (!list) return [];
	const read = async () => await steps.list({ paging, rows: rowsOf }, list);
	const rows = await listedOnce(steps, told, 'open incidents of alerts', read);
	const mark = markOf(told.key);
	return rows.filter(({ title }) => asText(title)?.trim().endsWith(mark) === true);
}

/** What is open is not failed by an older API that cannot correct it. */
async function updated(steps: Steps, told: Told, parameters: Parameters, row: IDataObject) {
	const { title, severity } = said(told);
	if (asText(row.title)?.trim() === title && row.severity === severity) return;
	const given = { incidentId: row.id, updateFields: { title, severity } };
	const correcting = parameters.as(formOf(update), given);
	return await steps.perform(update, correcting).catch((failure: unknown) => {
		if (!(failure instanceof Fault) || !isLacking(failure.details)) throw failure;
		steps.notice(
			'Some alerts have another title or severity now, and this DevHelm cannot correct open incidents: they stay as they were',
		);
		return undefined;
	});
}

function resolving(told: Told, parameters: Parameters, row: IDataObject): Parameters {
	return parameters.as(formOf(resolve), {
		incidentId: row.id,
		additionalFields: { body: closingOf(told) },
	});
}
