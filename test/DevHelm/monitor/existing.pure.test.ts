import type { IDataObject } from 'n8n-workflow';

import { existing } from '../../../nodes/DevHelm/monitor/existing';
import { agreement } from '../../../nodes/shared/run/create/alike';

const config = { url: 'https://shop.example', method: 'GET' };
const sent = { name: 'Shop', type: 'HTTP', config };
const stored = {
	...sent,
	config: { ...config, verifyTls: null },
	enabled: true,
	frequencySeconds: 60,
	regions: ['us-east', 'eu-west'],
	managedBy: 'API',
	environment: null,
	tags: [{ id: 'T1', name: 'web' }],
	assertions: [{ config: { type: 'ssl_expiry', minDaysRemaining: 7 } }],
	alertChannelIds: ['C1'],
};
const assertion = (type: string) => [{ config: { type } }];

it.each<[string, IDataObject, IDataObject, string]>([
	['the same', {}, {}, 'same'],
	['another name', {}, { name: 'Other' }, 'other'],
	['another address', {}, { config: { ...config, url: 'https://other.example' } }, 'other'],
	['paused', {}, { enabled: false }, 'other'],
	['an environment that was not sent', {}, { environment: { id: 'E1' } }, 'unclear'],
	['its environment', { environmentId: 'E1' }, { environment: { id: 'E1' } }, 'same'],
	['as often as asked', { frequencySeconds: 60 }, {}, 'same'],
	['more often than asked', { frequencySeconds: 300 }, {}, 'other'],
	['less often, perhaps by the plan', { frequencySeconds: 10 }, {}, 'unclear'],
	['its regions in another order', { regions: ['eu-west', 'us-east'] }, {}, 'same'],
	['other regions', { regions: ['us-east'] }, {}, 'other'],
	['its tags', { tags: { tagIds: ['t1'], newTags: [{ name: 'web' }] } }, {}, 'same'],
	['other tags', { tags: { newTags: [{ name: 'shop' }] } }, {}, 'other'],
	['its assertions', { assertions: assertion('ssl_expiry') }, {}, 'same'],
	['other assertions', { assertions: assertion('tcp_connects') }, {}, 'other'],
	['no assertions', { assertions: assertion('ssl_expiry') }, { assertions: null }, 'other'],
	['its channels', { alertChannelIds: ['C1'] }, {}, 'same'],
	['no channels', { alertChannelIds: ['C2'] }, {}, 'other'],
])('a monitor with %s', (_, more, shown, agrees) => {
	expect(agreement(existing.traits, { ...sent, ...more }, { ...stored, ...shown }, true)).toBe(
		agrees,
	);
});

it('looks at the single monitor for what a list leaves out', () => {
	const row = { ...stored, assertions: null, alertChannelIds: undefined };
	const wanted = { ...sent, assertions: assertion('ssl_expiry'), alertChannelIds: ['C1'] };
	expect(agreement(existing.traits, wanted, row, false)).toBe('unread');
});
