import { LOOKS } from '../../nodes/shared/run/create/inquiry';
import { forgetLedgers } from '../../nodes/shared/run/create/ledger';
import { forgetGates } from '../../nodes/shared/wire/gate';
import { startSandbox, type Sandbox } from '../sandbox';

/**
 * A sandbox for a test file about creates that nobody can be sure of, fresh before each test, with the pauses
 * between looks that a real run has.
 * @returns the sandbox; to be read inside tests only
 */
export function hostileWorld(): { readonly sandbox: Sandbox } {
	let sandbox: Sandbox;
	const usual = { ...LOOKS };
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.stop());
	beforeEach(() => {
		Object.assign(LOOKS, usual);
		sandbox.reset();
		forgetGates();
		forgetLedgers();
	});
	return {
		get sandbox() {
			return sandbox;
		},
	};
}
