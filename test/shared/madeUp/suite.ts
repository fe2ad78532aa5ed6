import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { forgetGates } from '../../../nodes/shared/wire/gate';
import type { FaultRule, RecordedRequest } from '../../sandbox';
import { VendorServer } from '../../sandbox/core/server';
import { MADE_UP } from '../../support/credentials';
import { runNode, stopRuns, type NodeResult, type NodeRun } from '../../support/engine';
import { MadeUpApi, type MadeUpIncident } from './api';
import { madeUpCredential } from './vendor';

/** The made-up vendor on loopback for one test file, as it was before each test, and a node pointed at it. */
export function madeUpSuite(node: INodeType) {
	const api = new MadeUpApi();
	const server = new VendorServer(api, { latencyMs: 0, extraSeed: 0 });
	beforeAll(async () => {
		if (!MADE_UP.includes(madeUpCredential)) MADE_UP.push(madeUpCredential);
		await server.start(0);
	});
	afterAll(async () => await server.stop());
	beforeEach(async () => {
		await stopRuns();
		server.reset();
		forgetGates();
	});
	return {
		run: async (parameters: IDataObject, more: Partial<NodeRun> = {}): Promise<NodeResult> =>
			await runNode({
				node,
				parameters: { resource: 'incident', ...parameters } as INodeParameters,
				credentials: { madeUpApi: { baseUrl: server.url } },
				...more,
			}),
		requests: (): RecordedRequest[] => server.requests,
		fault: (rule: FaultRule) => server.faults.add(rule),
		latency: (ms: number) => server.setLatency(ms),
		peakInFlight: () => server.stats().peakInFlight,
		incidents: () => [...api.store.values()],
		seeded: (status: MadeUpIncident['status']): MadeUpIncident => {
			const found = [...api.store.values()].find((one) => one.status === status);
			if (!found) throw new TypeError(status);
			return found;
		},
	};
}
