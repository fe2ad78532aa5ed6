import type { IDataObject } from 'n8n-workflow';

import { whenFiringAgain } from '../../shared/alerts/form';
import { closingOf, type Told } from '../../shared/alerts/told';
import { without } from '../../shared/form/fields';
import type { Parameters } from '../../shared/form/parameters';
import { openOrClose, sendFromAlert as fromAlert } from '../../shared/run/alerts';
import { formOf } from '../../shared/run/assemble';
import type { Steps } from '../../shared/run/operation';
import { inMarkdown } from '../../shared/records/markdown';
import { Fault } from '../../shared/ground/failures';
import { cut } from '../../shared/ground/characters';
import { asObject, asText, compact } from '../../shared/ground/values';
import { paging, read, rowsOf } from '../api/profile';
import { toIncidentRecord } from '../api/record';
import { isOver } from '../api/stage';
import { withStages, withStagesIfReadable } from '../api/stageNames';
import { create } from './create';
import { resolve } from './resolve';
import { update } from './update';

/** What the alert says itself. */
const SAID = ['title', 'body', 'externalReference', 'originSystem', 'simplify', 'options'];

/** Documented for issues and tickets, and taken for incidents, too. docs/facts/devrev.md#issues-and-tickets. */
const MOST_TITLE = 256;

/** As DevRev ships its severities. docs/facts/devrev.md#numbered-values. */
const SEVERITY = { critical: 1, error: 2, warning: 3, info: 4 };

const WITHOUT_SEVERITY =
	"This DevRev organization has other severities than DevRev ships: some incidents were opened without one. Choose a 'Severity' under 'Additional Fields'.";

/** Creates, corrects and resolves incidents, by their external reference. docs/facts/devrev.md#fields-for-synchronisation. */
export const sendFromAlert = fromAlert({
	noun: 'incident',
	description:
		'Pass on what a monitoring tool has sent, such as a group of alerts of Alertmanager or Grafana: each alert that fires opens an incident, or corrects its open one, and each that is over resolves what it opened. They are tied together by the External Reference.',
	properties: without(create.properties, SAID),
	options: [whenFiringAgain],
	checkAfterUnknown: create.checkAfterUnknown ?? '',
	simplify: toIncidentRecord,
	about: (told, parameters) => {
		const chosen = parameters.group('additionalFields');
		const severity = chosen.isMeant('severity') ? undefined : SEVERITY[told.severity];
		const title = cut(told.title, MOST_TITLE - 1);
		const creating = (by: number | undefined) =>
			parameters.as(formOf(create), {
				title,
				additionalFields: compact({
					body: bodyOf(told),
					severity: by,
					identifiedDate: chosen.isMeant('identifiedDate') ? undefined : told.startedAt,
					externalReference: told.key,
					originSystem: told.tool,
				}),
			});
		return {
			request: create.request(creating(severity)),
			deal: async (steps) => {
				const dealt = await openOrClose(steps, told, parameters, {
					open: async () => await openOnes(steps, told),
					create: async () =>
						await steps.perform(create, creating(severity)).catch(async (failure: unknown) => {
							if (severity === undefined || !isAboutSeverity(failure)) throw failure;
							steps.notice(WITHOUT_SEVERITY);
							return await steps.perform(create, creating(undefined));
						}),
					update: (row) => updated(steps, parameters, row, { title, severity }),
					resolve: async (row) => await steps.perform(resolve, resolving(told, parameters, row)),
				});
				if (!dealt.record) return dealt;
				const [record] = await withStagesIfReadable(steps, [dealt.record]);
				return { ...dealt, record };
			},
		};
	},
});

/** An organization may have other severities, and a page without one is better than none. */
function isAboutSeverity(failure: unknown): boolean {
	if (!(failure instanceof Fault) || failure.details.outcomeUnknown) return false;
	return failure.details.words.fields?.includes('severity') === true;
}

/** DevRev reads Markdown: what an alert says is shown as it says it. */
function bodyOf({ details, isWritten }: Told): string {
	if (isWritten) return details;
	return details
		.split('\n\n')
		.map((paragraph) => inMarkdown(paragraph).join('  \n'))
		.join('\n\n');
}

/** Where nobody can tell whether it is over, it may be open: a second one would page twice. */
async function openOnes(steps: Steps, { key }: Told): Promise<IDataObject[]> {
	const list = read('/incidents.list', {
		sync_metadata: { external_reference: [key] },
		sort_by: ['created_date:desc'],
	});
	const rows = await steps.list({ paging, rows: rowsOf('incidents') }, list);
	const same = rows.filter(
		({ sync_metadata }) => asText(asObject(sync_metadata).external_reference) === key,
	);
	return (await withStages(steps, same)).filter((row) => isOver(row) !== true);
}

function updated(
	steps: Steps,
	parameters: Parameters,
	row: IDataObject,
	{ title, severity }: { title: string; severity?: number },
) {
	const changes = compact({
		title: asText(row.title)?.trim() === title ? undefined : title,
		severity: asObject(row.severity).id === severity ? undefined : severity,
	});
	if (!Object.keys(changes).length) return;
	const given = { incidentId: row.id, updateFields: changes };
	return steps.perform(update, parameters.as(formOf(update), given));
}

function resolving(told: Told, parameters: Parameters, row: IDataObject): Parameters {
	return parameters.as(formOf(resolve), {
		incidentId: row.id,
		additionalFields: { stageNotes: closingOf(told) },
	});
}
