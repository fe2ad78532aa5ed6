import { LIMITS } from '../../nodes/shared/wire/retry';
import { startSandbox, type RecordedRequest, type Sandbox, type Vendor } from '../sandbox';

/** A second sandbox, to which nothing may be sent: what an answer leads to. A test may change the limits. */
export function anotherSandbox(): {
	url: (vendor: Vendor) => string;
	requests: () => RecordedRequest[];
} {
	let sandbox: Sandbox;
	const usual = { ...LIMITS };
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	beforeEach(() => sandbox.reset());
	afterEach(() => Object.assign(LIMITS, usual));
	afterAll(async () => await sandbox.stop());
	return { url: (vendor) => sandbox.url(vendor), requests: () => sandbox.requests() };
}
