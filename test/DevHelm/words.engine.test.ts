import { DevHelm } from '../../nodes/DevHelm/DevHelm.node';
import { suite } from '../support/suite';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

it('says message and detail', async () => {
	on.sandbox.fault('devHelm', {
		method: 'POST',
		path: '/api/v1/incidents',
		status: 400,
		body: { message: 'Bad request', detail: 'name is required' },
	});
	const { error } = await on.run({
		resource: 'incident',
		operation: 'create',
		title: 'One',
		severity: 'DOWN',
	});
	expect(error?.message).toContain(': Bad request: name is required');
});
