import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { asObject, isObject } from '../../nodes/shared/ground/values';
import type { RecordedRequest } from '../sandbox';
import { runNode, type NodeResult, type NodeRun } from './engine';
import { isOurs, operationOf } from './output-check';
import { notePreview } from './preview-log';

/** What a run would send, as its preview says, and what was read for it. */
interface Previewed {
	run: NodeRun;
	result: NodeResult;
	reads: RecordedRequest[];
}

/**
 * Previews a run before it is made, and says afterwards whether it did what was shown. Until one request was shown
 * for each operation and test file, and only where nothing is played that a second run would meet otherwise.
 */
export class PreviewCheck {
	/** Operations whose request was shown, and then sent like that. */
	private readonly shown = new Set<string>();

	/**
	 * @param isUsual false where a second run would meet something else
	 * @returns undefined where the run is not previewed
	 */
	async before(
		run: NodeRun,
		requests: () => RecordedRequest[],
		isUsual: boolean,
	): Promise<Previewed | undefined> {
		if (!isOurs(run.node) || !isWrite(run.node, run.parameters)) return;
		const { name, file } = operationOf(run);
		if (!file) return;
		notePreview(name, this.shown.has(name));
		if (this.shown.has(name) || !isUsual || !isPlain(run) || requests().length) return;
		const options = { ...(run.parameters.options as INodeParameters), previewOnly: true };
		const result = await runNode({ ...run, parameters: { ...run.parameters, options } });
		return { run, result, reads: [...requests()] };
	}

	/** Holds the run against its preview. */
	after({ run, result, reads }: Previewed, outcome: NodeResult, requests: RecordedRequest[]): void {
		if (result.error) {
			expect(outcome.error?.message).toBe(result.error.message);
			return;
		}
		const [{ json }, ...more] = result.items;
		expect(more).toEqual([]);
		expect(json.preview).toBe(true);
		const made = requests.filter(isNoSignIn);
		const looked = reads.filter(isNoSignIn);
		expect(made.slice(0, looked.length).map(nameOf).sort()).toEqual(looked.map(nameOf).sort());
		const [first] = made.slice(looked.length);
		if (json.found !== null) {
			expect(first).toBeUndefined();
			return;
		}
		// Nothing was sent for another reason, such as a certificate.
		if (!first && outcome.error) return;
		const { method, path, query, body } = json;
		const shown = { method, path, query: textsOf(asObject(query)), body: body ?? undefined };
		const sent = {
			method: first.method,
			path: first.path,
			query: textsOf(first.query),
			body: withoutSecrets(first.body, run),
		};
		expect(differences(shown, sent, '')).toEqual([]);
		const { name } = operationOf(run);
		this.shown.add(name);
		notePreview(name, true);
	}
}

/** Where n8n fetches a token: a preview that reads leaves it to the run. */
const isNoSignIn = ({ path }: RecordedRequest) => !/\/token\/?$/.test(path);

function nameOf({ method, path, query, body }: RecordedRequest): string {
	return JSON.stringify([method, path, query, body]);
}

/** True where the form has "Preview Only" for what the parameters choose. */
function isWrite({ description }: INodeType, parameters: INodeParameters): boolean {
	return description.properties.some(
		({ name, options, displayOptions }) =>
			name === 'options' &&
			(displayOptions?.show?.resource ?? []).includes(String(parameters.resource)) &&
			(displayOptions?.show?.operation ?? []).includes(String(parameters.operation)) &&
			(options ?? []).some((option) => option.name === 'previewOnly'),
	);
}

/** One item, in an execution like any other, whose options can be added to. */
function isPlain({ items, onError, retryOnFail, onStart, executionId, parameters }: NodeRun) {
	const { options = {} } = parameters;
	const isOdd = [onError, retryOnFail, onStart, executionId].some((one) => one !== undefined);
	return !isOdd && (items?.length ?? 1) === 1 && isObject(options) && !('previewOnly' in options);
}

/** Values as an address has them: texts, a list of none being nothing and a list of one like that one alone. */
function textsOf(query: object): { [name: string]: string[] } {
	const lists = Object.entries(query).map(([name, value]) => [name, [value].flat().map(String)]);
	return Object.fromEntries(lists.filter(([, texts]) => texts.length)) as ReturnType<
		typeof textsOf
	>;
}

/** What a credential adds to a body itself is not shown. */
function withoutSecrets(body: unknown, { credentials }: NodeRun): unknown {
	if (!isObject(body)) return body;
	const secrets = Object.values(credentials).flatMap((data) => Object.values(data as IDataObject));
	return Object.fromEntries(
		Object.entries(body).filter(([, value]) => !secrets.includes(value as string)),
	);
}

const HIDDEN = '[hidden]';
const A_MINUTE_MS = 60_000;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** Where what is shown is not what was sent: a secret is hidden, and "now" was a little earlier. */
function differences(shown: unknown, sent: unknown, place: string): string[] {
	if (isObject(shown) && isObject(sent)) {
		const names = Object.keys({ ...sent, ...shown });
		return names.flatMap((name) => differences(shown[name], sent[name], `${place}/${name}`));
	}
	if (Array.isArray(shown) && Array.isArray(sent) && shown.length === sent.length) {
		return shown.flatMap((one, index) => differences(one, sent[index], `${place}/${index}`));
	}
	if (typeof shown === 'string' && shown.includes(HIDDEN)) return [];
	const isSame = JSON.stringify(shown) === JSON.stringify(sent) || isNow(shown, sent);
	return isSame ? [] : [`${place}: ${JSON.stringify(shown)} is not ${JSON.stringify(sent)}`];
}

/** True for two points in time between which the test itself may have lain. */
function isNow(...given: unknown[]): boolean {
	const [one, other] = given.map((value) => (MOMENT.test(String(value)) ? String(value) : ''));
	return Math.abs(Date.parse(one) - Date.parse(other)) < A_MINUTE_MS;
}
