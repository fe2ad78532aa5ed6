import type { IWebhookFunctions } from 'n8n-workflow';

import { asText } from '../ground/values';
import { carryOutWith } from '../run/deed';
import { isStarted } from '../trigger/answered';
import type { Client } from '../wire/client';
import type { Deed, WaitSpec } from './operation';
import type { Answer, Waiting } from './question';
import { noteOf } from './text';

/**
 * What is done at the vendor once n8n has taken an answer, which it says by its own: of two that come together it takes
 * one. It never stands in the way of the workflow, which goes on meanwhile; what fails is told to n8n's log.
 */
export async function afterAnswer(
	context: IWebhookFunctions,
	client: Client,
	wait: WaitSpec,
	{ incident, question }: Waiting,
	answer: Answer,
): Promise<void> {
	const response = context.getResponseObject();
	const isTaken = (await isStarted(response)) && response.statusCode < 300;
	const id = asText(incident.id);
	if (!isTaken || id === undefined) return;
	const { options } = question;
	const deeds: Deed[] = [
		...(question.addsNote ? [wait.note(id, noteOf(question, answer), options)] : []),
		...(question.closesIncident ? [wait.close(id, options)] : []),
	];
	for (const { operation, values } of deeds) {
		await carryOutWith(client, operation, values).catch((failure: unknown) => {
			const why = failure instanceof Error ? failure.message : String(failure);
			context.logger.warn(`${client.vendor.name}: '${operation.action}' after an answer: ${why}`);
		});
	}
}
