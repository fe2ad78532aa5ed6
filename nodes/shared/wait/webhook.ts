import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { explain } from '../ground/explain';
import { asText } from '../ground/values';
import { stepsOf } from '../run/steps';
import type { Resource } from '../run/operation';
import { Client } from '../wire/client';
import { chosenVendor, type VendorChoice } from '../wire/vendor';
import { afterAnswer } from './after';
import { decide, endedBy, type Visit } from './decide';
import { waits, type WaitSpec } from './operation';
import { answeredPage, gonePage, questionPage, strangePage, toldPage, troublePage } from './page';
import { waitingIn, type Answer, type Waiting } from './question';
import { HEADERS } from './style';
import { STILL_WAITING, TOLD, WENT_ON } from './told';

/** How long a person, or a workflow that tells of an event, waits for the vendor, in milliseconds. */
const LOOK_MS = 10_000;
/** The same where the answer does not depend on it. */
const GLANCE_MS = 3_000;

/**
 * Answers a request to the link of a question. Only a whole answer, or a state of the incident that counts as its end,
 * lets the workflow go on; nothing that goes wrong here ends the wait. docs/design.md#waiting-for-an-answer.
 */
export async function takeAnswer(
	context: IWebhookFunctions,
	choice: VendorChoice,
	resources: Resource[],
): Promise<IWebhookResponseData> {
	try {
		return await answered(context, choice, resources);
	} catch {
		// Thrown on, it would end the waiting execution as failed.
		return show(context, 503, troublePage('The question cannot be read just now'));
	}
}

async function answered(
	context: IWebhookFunctions,
	choice: VendorChoice,
	resources: Resource[],
): Promise<IWebhookResponseData> {
	const waiting = waitingIn(context.evaluateExpression('{{ $json }}', 0));
	if (!waiting) return show(context, 410, gonePage());
	const { question } = waiting;
	const decision = decide(visitOf(context), question, new Date());
	switch (decision.kind) {
		case 'page': {
			const status = decision.complaint === undefined ? 200 : 400;
			return show(context, status, questionPage(waiting, decision.complaint));
		}
		case 'strange':
			return show(context, 400, strangePage());
		case 'gone':
			return show(context, 410, gonePage());
		case 'notAsked':
			context.getResponseObject().set(TOLD, STILL_WAITING);
			return show(context, 202, toldPage("The question waits for an answer only: 'Continue When'"));
		case 'look':
			return await look(context, choice, resources, waiting);
		case 'answer':
			return await take(context, choice, resources, waiting, decision.answer);
	}
}

/** An answer by the link. The vendor is asked how the incident stands, but the answer does not depend on it. */
async function take(
	context: IWebhookFunctions,
	choice: VendorChoice,
	resources: Resource[],
	waiting: Waiting,
	answer: Answer,
): Promise<IWebhookResponseData> {
	const { wait, client } = await reached(context, choice, resources, GLANCE_MS).catch(() => NOBODY);
	const now = wait && client && (await standing(client, wait, waiting).catch(() => undefined));
	const { question } = waiting;
	if (question.addsNote || question.closesIncident) {
		// With a client of its own: that of the glance has run out of time by then.
		const later = reached(context, choice, resources);
		void later
			.then(async (own) => await afterAnswer(context, own.client, own.wait, waiting, answer))
			.catch((failure: unknown) => context.logger.warn(`After an answer: ${String(failure)}`));
	}
	return goOn(context, { ...waiting, incident: now ?? waiting.incident, data: answer }, answer);
}

const NOBODY = { wait: undefined, client: undefined };

/** Somebody tells of an event: what counts is what the vendor says. */
async function look(
	context: IWebhookFunctions,
	choice: VendorChoice,
	resources: Resource[],
	waiting: Waiting,
): Promise<IWebhookResponseData> {
	const vendor = chosenVendor(choice, (name) => context.getNodeParameter(name, null));
	let incident: IDataObject;
	try {
		const { client, wait } = await reached(context, choice, resources, LOOK_MS);
		incident = await standing(client, wait, waiting);
	} catch (failure) {
		const action = 'Ask how the incident stands';
		const { message } = explain(failure, vendor, { action, properties: [] });
		return show(context, 503, troublePage(message));
	}
	const answer = endedBy(incident, waiting.question, new Date());
	if (!answer) {
		const status = asText(incident.status) ?? 'of an unknown state';
		context.getResponseObject().set(TOLD, STILL_WAITING);
		return show(context, 202, toldPage(`It is ${status}, so the workflow still waits`));
	}
	return goOn(context, { ...waiting, incident, data: answer });
}

async function standing(
	client: Client,
	wait: WaitSpec,
	{ incident }: Waiting,
): Promise<IDataObject> {
	return await wait.standing(stepsOf(client), asText(incident.id) ?? '');
}

async function reached(
	context: IWebhookFunctions,
	choice: VendorChoice,
	resources: Resource[],
	milliseconds?: number,
): Promise<{ client: Client; wait: WaitSpec }> {
	const chosen = (name: string) => context.getNodeParameter(name, null) as unknown;
	const resource = resources.find(({ value }) => value === chosen('resource'));
	const operation = resource?.operations.find(({ value }) => value === chosen('operation'));
	if (!waits(operation)) throw new Error('The operation does not wait');
	const limits =
		milliseconds === undefined
			? {}
			: { patienceMs: milliseconds / 2, until: Date.now() + milliseconds };
	const client = await Client.open(context, chosenVendor(choice, chosen), limits);
	return { client, wait: operation.wait };
}

/** n8n sends the page once it has taken the answer: of two that come together, one is told so. */
function goOn(
	context: IWebhookFunctions,
	waiting: Waiting,
	answer = waiting.data,
): IWebhookResponseData {
	context
		.getResponseObject()
		.set({ ...HEADERS, ...(answer.via === 'vendor' ? { [TOLD]: WENT_ON } : {}) });
	const page =
		answer.via === 'vendor'
			? toldPage(`It is ${answer.outcome}, and the workflow goes on`)
			: answeredPage(waiting, answer);
	return { webhookResponse: page, workflowData: [[{ json: waiting }]] };
}

function show(context: IWebhookFunctions, status: number, html: string): IWebhookResponseData {
	context.getResponseObject().status(status).set(HEADERS).type('html').send(html);
	return { noWebhookResponse: true };
}

function visitOf(context: IWebhookFunctions): Visit {
	return {
		method: context.getRequestObject().method,
		query: context.getQueryData(),
		body: context.getBodyData(),
	};
}
