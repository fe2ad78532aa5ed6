import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { forgetGates } from '../../nodes/shared/gate';
import { startSandbox, type RecordedRequest, type Sandbox, type Vendor } from '../sandbox';
import { runNode, type NodeResult, type NodeRun } from './engine';

type CredentialType = keyof Sandbox['credentials'];

export interface Suite {
	/** The running sandbox; read it inside tests only. */
	readonly sandbox: Sandbox;
	/** Runs the node on one item (or on `more.items`) with the sandbox's credential. */
	run(parameters: IDataObject, more?: Partial<NodeRun>): Promise<NodeResult>;
	/** The credential's data with some fields changed, for `run(…, { credentials })`. */
	credentials(changes: IDataObject): NodeRun['credentials'];
	/** Requests that reached the vendor since the test began. */
	requests(): RecordedRequest[];
	/** The only request of the test, in the form that tests compare whole. */
	theRequest(): ComparableRequest;
}

export interface ComparableRequest {
	method: string;
	path: string;
	query: RecordedRequest['query'];
	headers: { [name: string]: string };
	body: unknown;
}

/** Headers that n8n or Node add to every request, and that say nothing about ours. */
const TRANSPORT = ['user-agent', 'content-length', 'accept-encoding', 'host', 'connection'];

/** A sandbox for one test file, reset before each test, and the node pointed at it. */
export function suite(vendor: Vendor, credentialType: CredentialType, node: INodeType): Suite {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.stop());
	beforeEach(() => {
		sandbox.reset();
		// The sandbox gives the same IDs again after a reset, which no vendor does.
		forgetGates();
	});

	const credentials = (changes: IDataObject) => ({
		[credentialType]: { ...sandbox.credentials[credentialType], ...changes },
	});
	const requests = () => sandbox.requests(vendor);
	return {
		get sandbox() {
			return sandbox;
		},
		credentials,
		requests,
		run: async (parameters, more) =>
			await runNode({
				node,
				parameters: parameters as INodeParameters,
				credentials: credentials({}),
				...more,
			}),
		theRequest: () => {
			expect(requests()).toHaveLength(1);
			return comparable(requests()[0]);
		},
	};
}

/** A recorded request without what the transport adds. */
export function comparable({
	method,
	path,
	query,
	headers,
	body,
}: RecordedRequest): ComparableRequest {
	const own = Object.entries(headers).filter(([name]) => !TRANSPORT.includes(name));
	return { method, path, query, headers: Object.fromEntries(own), body };
}

/** A resource locator's value in "By ID" mode. */
export function byId(value: string): IDataObject {
	return { __rl: true, mode: 'id', value };
}

/** Rows of a `locatorList`: one ID in each. */
export function rowsOfIds(rowName: string, ids: string[]): IDataObject {
	return { values: ids.map((id) => ({ [rowName]: byId(id) })) };
}
