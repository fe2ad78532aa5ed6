import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { withToken } from '../sandbox';
import { suite } from '../../support/suite';

const texts = (hints: Array<{ message: string }>) => hints.map(({ message }) => message);
const noKey = (label: string, items: string) =>
	`'${label}' was a program's word for nothing, such as "null": it counted as no key (${items})`;

describe('keys that are words for nothing', () => {
	const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

	it('an event has no such thread', async () => {
		const { error, hints } = await on.run(
			{
				resource: 'event',
				operation: 'create',
				title: 'One',
				additionalFields: { threadId: 'undefined' },
			},
			withToken(on),
		);
		expect(error).toBeUndefined();
		expect(on.theRequest().body).not.toHaveProperty('thread_id');
		expect(texts(hints)).toEqual([noKey('Thread ID', 'item 0')]);
	});
});
