import type { IDataObject } from 'n8n-workflow';

import { DevRev } from '../../../nodes/DevRev/DevRev.node';
import { byId, suite } from '../../support/suite';

const texts = (hints: Array<{ message: string }>) => hints.map(({ message }) => message);
const noKey = (label: string, items: string) =>
	`'${label}' was a program's word for nothing, such as "null": it counted as no key (${items})`;

describe('keys that are words for nothing', () => {
	const on = suite('devRev', 'devRevApi', new DevRev());

	it('a comment has no such key', async () => {
		const { error, hints } = await on.run({
			resource: 'comment',
			operation: 'create',
			incidentId: byId('INC-1'),
			text: 'One',
			additionalFields: { externalReference: 'None' },
		});
		expect(error).toBeUndefined();
		const [{ body }] = on.requests().slice(-1);
		expect(body).not.toHaveProperty('external_ref');
		expect(texts(hints)).toEqual([noKey('External Reference', 'item 0')]);
	});
});

describe('characters are counted as people count them, and none is cut', () => {
	const on = suite('devRev', 'devRevApi', new DevRev());
	const comment = (additionalFields: IDataObject) => ({
		resource: 'comment',
		operation: 'create',
		incidentId: byId('INC-1'),
		text: 'One',
		additionalFields,
	});

	it('a label of 64 emoji is short enough, one of 65 is not', async () => {
		await on.run(comment({ labels: '🚨'.repeat(64) }));
		expect(on.requests().slice(-1)[0].body).toMatchObject({ labels: ['🚨'.repeat(64)] });
		const count = on.requests().length;
		const { error } = await on.run(comment({ labels: `["ok", "${'🚨'.repeat(65)}"]` }));
		expect(error?.message).toBe(
			`'Labels' holds one of 65 characters, and DevRev takes 64 at most: "${'🚨'.repeat(65)}" (item 0)`,
		);
		expect(on.requests()).toHaveLength(count);
	});
});
