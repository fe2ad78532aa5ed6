import { choice, collection, extraFields, simplify } from '../../shared/form/fields';
import { Fault, FormIssue } from '../../shared/ground/failures';
import type { StepsOperation } from '../../shared/run/operation';
import { compact } from '../../shared/ground/values';
import { incidentOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { pathOf, theIncident } from './fields';
import { severities } from './severities';
import { isLacking, readIncident } from './state';

/** `PATCH /api/v1/incidents/{id}`, which only the newer API has. docs/facts/devhelm.md#internal-incidents. */
export const update: StepsOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update incident',
	description:
		"Correct the title or the severity of an incident; 'Add Update' posts a message and may set the status, 'Resolve' closes it",
	retry: 'idempotent',
	properties: [
		theIncident('correct'),
		simplify,
		collection('Update Fields', 'updateFields', [
			extraFields,
			choice({
				displayName: 'Severity',
				name: 'severity',
				default: 'DOWN',
				description: 'How bad it is now',
				options: severities,
			}),
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				default: '',
				placeholder: 'e.g. Checkout answers with 502',
				description: 'What is wrong, in one line: responders read it first',
			},
		]),
	],
	plan: (parameters) => {
		const fields = parameters.group('updateFields');
		const body = {
			...compact({ title: fields.text('title'), severity: fields.option('severity') }),
			...fields.json('extraFields'),
		};
		if (!Object.keys(body).length) {
			throw new FormIssue(
				"Nothing to update: 'Update Fields' is empty",
				"Add at least one field under 'Update Fields'; if expressions feed them, look at what they give for this item.",
			);
		}
		const path = pathOf(parameters);
		const request = { method: 'PATCH' as const, path, body };
		return {
			request,
			run: async (steps) => {
				const sent = steps.send(request, 'idempotent', incidentOf);
				const reply = await sent.catch(async (failure: unknown) => {
					if (!isLacking(failure)) return await sent;
					// An incident that is not there is named by this.
					await readIncident(steps, path);
					throw lacking(failure);
				});
				return incidentOf(reply) ?? [];
			},
		};
	},
	simplify: toIncidentRecord,
};

function lacking({ details }: Fault): Fault {
	return new Fault({
		...details,
		words: {
			...details.words,
			text: 'this API is older than the operation and cannot change incidents yet',
			hint: "The incident itself can be read. Change its title or severity in DevHelm's own pages, or post what has changed with 'Add Update'.",
		},
	});
}
