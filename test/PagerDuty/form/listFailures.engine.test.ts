import type { IDataObject } from 'n8n-workflow';

import { PagerDutyIncidents } from '../../../nodes/PagerDuty/PagerDutyIncidents.node';
import { loadList, mapFields } from '../../support/lookup';
import { suite } from '../../support/suite';

/** What the call throws, with what n8n's editor shows of it. */
async function failureOf(call: Promise<unknown>): Promise<IDataObject> {
	const [outcome] = await Promise.allSettled([call]);
	expect(outcome.status).toBe('rejected');
	const { name, message, description, httpCode } =
		outcome.status === 'rejected' ? (outcome.reason as IDataObject) : {};
	return { name, message, description, httpCode };
}

describe('what has no "By ID"', () => {
	const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());
	const rule = {
		times: Infinity,
		status: 500,
		body: { error: { message: 'oh no' } },
		headers: { 'x-request-id': 'REQ-1' },
	};

	it('an option list says all in one text, for n8n shows nothing else', async () => {
		on.sandbox.fault('pagerDuty', { path: '/priorities', ...rule });
		const node = new PagerDutyIncidents();
		const call = loadList({ node, credentials: on.credentials({}) }, 'getPriorities');
		const { message } = await failureOf(call);
		expect(message).toMatch(
			/^PagerDuty could not do 'Read the list of priorities' at its end: oh no\. /,
		);
		expect(message).toContain('request ID REQ-1');
		expect(message).not.toContain('By ID');
	});

	it('a mapper does, too', async () => {
		on.sandbox.fault('pagerDuty', { path: /\/custom_fields$/, ...rule });
		const node = new PagerDutyIncidents();
		const [method] = Object.keys(node.methods.resourceMapping);
		const { message } = await failureOf(
			mapFields({ node, credentials: on.credentials({}) }, method),
		);
		expect(message).toContain('request ID REQ-1');
		expect(message).not.toContain('By ID');
	});
});
