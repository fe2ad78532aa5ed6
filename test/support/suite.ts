import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { forgetGates } from '../../nodes/shared/wire/gate';
import { LOOKS } from '../../nodes/shared/run/create/inquiry';
import { forgetLedgers } from '../../nodes/shared/run/create/ledger';
import { forgetPolls } from '../../nodes/shared/trigger/poll';
import { forgetLanes } from '../../nodes/shared/trigger/readWithin';
import { startSandbox, type RecordedRequest, type Sandbox, type Vendor } from '../sandbox';
import { comparable, type ComparableRequest } from './comparable';
import { runNode, stopRuns, type NodeResult, type NodeRun } from './engine';
import { checkRequests, keysAdded } from './official-check';
import { checkReplies } from './official-replies';
import { writeChecks } from './openapi-log';
import { checkOutput, isOurs, operationOf, writeSamples } from './output-check';
import { PreviewCheck } from './preview-check';
import { writePreviews } from './preview-log';

export { byId, rowsOfIds } from './locators';
export { comparable, type ComparableRequest };

type CredentialType = keyof Sandbox['credentials'];

/** A hundredth of the pauses between looks: those that are about time set their own. */
export const QUICK_LOOKS = { pausesMs: [3, 7, 15, 30, 50], lastMs: 20 };

/** What makes the sandbox behave otherwise than usual, beside `fault`. */
const PLAYS = ['chaos', 'skew', 'dataAhead', 'lag', 'storing', 'latency', 'rateLimit'] as const;

/** What a run has left in the memory of the process. */
function forgetAll(): void {
	forgetGates();
	forgetLedgers();
	forgetLanes();
	forgetPolls();
}

export interface Suite {
	/** The running sandbox; read it inside tests only. */
	readonly sandbox: Sandbox;
	/** Runs the node on one item (or on `more.items`) with the sandbox's credential. */
	run(parameters: IDataObject, more?: Partial<NodeRun>): Promise<NodeResult>;
	/** The credential's data with some fields changed, for `run(…, { credentials })`. */
	credentials(changes: IDataObject): NodeRun['credentials'];
	/** What the test has put into the sandbox's state is odd on purpose, and so are the replies. */
	expectOddReplies(): void;
	/** Requests that reached the vendor since the test began. */
	requests(): RecordedRequest[];
	/** The only request of the test, in the form that tests compare whole. */
	theRequest(): ComparableRequest;
}

/**
 * A sandbox for one test file, reset before each test, and the node pointed at it. Whatever the
 * sandbox accepts, and what it answers, is held against the vendor's official OpenAPI file, and what a
 * run puts out against the operation's output sample.
 */
export function suite(vendor: Vendor, credentialType: CredentialType, node: INodeType): Suite {
	let sandbox: Sandbox;
	/** True while the test answers with a body of its own in place of the sandbox. */
	let isInvented = false;
	let isOdd = false;
	/** True while the vendor does not behave as usual: a preview would meet what was meant for the run. */
	let isPlayed = false;
	const previews = new PreviewCheck();
	beforeAll(async () => {
		sandbox = await startSandbox();
		const { fault } = sandbox;
		sandbox.fault = (of, rule) => {
			isInvented ||= rule.body !== undefined && (rule.status ?? 200) < 300;
			isPlayed = true;
			fault(of, rule);
		};
		for (const name of PLAYS) {
			const play = sandbox[name] as (...given: unknown[]) => void;
			Object.assign(sandbox, {
				[name]: (...given: unknown[]) => {
					isPlayed = true;
					play(...given);
				},
			});
		}
	});
	afterAll(async () => {
		Object.assign(LOOKS, usualLooks);
		writeSamples();
		writeChecks();
		writePreviews();
		await sandbox.stop();
	});
	const usualLooks = { ...LOOKS };
	beforeEach(async () => {
		await stopRuns();
		Object.assign(LOOKS, QUICK_LOOKS);
		sandbox.reset();
		isInvented = false;
		isOdd = false;
		isPlayed = false;
		// The sandbox gives the same IDs again after a reset, which no vendor does.
		forgetAll();
	});

	const credentials = (changes: IDataObject) => ({
		[credentialType]: { ...sandbox.credentials[credentialType], ...changes },
	});
	const requests = () => sandbox.requests(vendor);
	// What was sent outside a run: by a credential's test, by a list of the form.
	afterEach(() => {
		if (isOurs(node)) checkRequests(vendor, requests(), `${vendor} form and credential`);
		if (!isOdd) checkReplies(vendor, requests());
	});
	return {
		get sandbox() {
			return sandbox;
		},
		credentials,
		expectOddReplies: () => {
			isOdd = true;
		},
		requests,
		run: async (parameters, more) => {
			const run = {
				node,
				parameters: parameters as INodeParameters,
				credentials: credentials({}),
				...more,
			};
			const isUsual = !isPlayed && more?.credentials === undefined;
			const previewed = await previews.before(run, requests, isUsual);
			if (previewed) {
				sandbox.clearRequests();
				forgetAll();
			}
			const result = await runNode(run);
			if (previewed) previews.after(previewed, result, requests());
			if (!isOurs(run.node)) return result;
			const operation = operationOf(run);
			checkRequests(vendor, requests(), operation.name, keysAdded(parameters));
			if (!isOdd) checkReplies(vendor, requests());
			if (!isInvented) checkOutput(operation, run, result);
			return result;
		},
		theRequest: () => {
			expect(requests()).toHaveLength(1);
			return comparable(requests()[0]);
		},
	};
}
