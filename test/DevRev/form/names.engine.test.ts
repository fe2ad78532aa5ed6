import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { suite } from '../../support/suite';

describe('DevRev', () => {
	const on = suite('devRev', 'devRevApi', new DevRev());
	const create = (additionalFields: IDataObject) => ({
		resource: 'incident',
		operation: 'create',
		title: 'One',
		additionalFields,
	});
	const posted = () => on.requests().slice(-1)[0].body as IDataObject;

	it.each(['sev-1', 'SEV-1'])('creates with the severity of the name "%s"', async (severity) => {
		const { error } = await on.run(create({ severity }));
		expect(error).toBeUndefined();
		expect(posted().severity).toBe(2);
	});

	it('filters by the name of a severity', async () => {
		const filters = { severity: 'sev-0, 2' };
		const { error } = await on.run({ resource: 'incident', operation: 'getAll', filters });
		expect(error).toBeUndefined();
		expect(posted().severity).toEqual([1, 2]);
	});

	it.each([['sev-99'], ['1.5'], ['-1']])('refuses %s with the known names', async (severity) => {
		const { error } = await on.run(create({ severity }));
		expect(error?.message).toMatch(/^'Severity Name or ID' cannot be ".*" \(item 0\)$/);
		expect(error?.description).toBe('Use one of: sev-0, sev-1, sev-2, sev-3.');
		expect(on.requests().every(({ path }) => path.startsWith('/schemas'))).toBe(true);
	});

	it('refuses what is neither a name nor a number before any request', async () => {
		const { error } = await on.run(create({ severity: '={{ true }}' }));
		expect(error?.message).toBe(`'Severity Name or ID' must be a number, not "true" (item 0)`);
		expect(on.requests()).toEqual([]);
	});
});
