import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { page } from '../statusPages';
import { byId, suite } from '../../support/suite';

describe('characters are counted as people count them, and none is cut', () => {
	const on = suite('devHelm', 'devHelmApi', new DevHelm());
	const create = (title: string) => ({
		resource: 'statusPageIncident',
		operation: 'create',
		statusPageId: byId(page(on).id),
		title,
		impact: 'MINOR',
		body: 'Text',
	});

	it('a headline of 500 emoji is short enough, one of 501 is not', async () => {
		const { error: none } = await on.run(create('🚨'.repeat(500)));
		expect(none).toBeUndefined();
		const count = on.requests().length;
		const { error } = await on.run(create('🚨'.repeat(501)));
		expect(error?.message).toBe(
			"'Title' has 501 characters, and DevHelm takes 500 at most (item 0)",
		);
		expect(on.requests()).toHaveLength(count);
	});
});
