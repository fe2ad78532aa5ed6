import axios from 'axios';
import { sleep } from 'n8n-workflow';

import { DevRevTrigger } from '../../../nodes/DevRev/DevRevTrigger.node';
import { signature } from '../../sandbox/devrev/webhooks/deliver';
import { suite } from '../../support/suite';
import { TriggerHost } from '../../support/trigger';

const node = new DevRevTrigger();
const on = suite('devRev', 'devRevApi', node);

let host: TriggerHost;
beforeEach(async () => {
	host = await TriggerHost.start({
		node,
		credentials: on.credentials({}),
		parameters: { events: ['incident_created'], simplify: true },
	});
});
afterEach(async () => await host.stop());

const deliveries = () => on.sandbox.api('devRev').deliveries;
const webhook = () => [...on.sandbox.state('devRev').webhooks.all.values()][0];
const registered = async () => {
	await host.activate();
	await deliveries().idle();
};
const ask = async (body: object | string, header?: string) => {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const { secret } = webhook();
	const given = header ?? signature(secret, text, { key: 'text', digest: 'hex' });
	const { status, data, headers } = await axios.post<unknown>(host.url, text, {
		headers: { 'content-type': 'application/json', 'x-devrev-signature': given },
		validateStatus: () => true,
		transformRequest: (raw: string) => raw,
	});
	return { status, data, type: String(headers['content-type']) };
};

it('the challenge goes back untouched, as JSON and at once', async () => {
	await registered();
	const [{ statuses, answer, body }] = deliveries().sent;
	expect(statuses).toEqual([200]);
	expect(answer).toEqual(JSON.parse(body).verify);
	expect(webhook().status).toBe('active');
	expect(host.runs).toEqual([]);
});

it.each([
	['below verify', { verify: { challenge: 'QUJD+/==' } }, 'QUJD+/=='],
	['at the top, as in the example', { challenge: 'QUJD' }, 'QUJD'],
	['in both places: the documented one', { verify: { challenge: 'a' }, challenge: 'b' }, 'a'],
	['that is empty', { verify: { challenge: '' } }, ''],
	['with odd characters', { verify: { challenge: ' <ä🚲\u2028> ' } }, ' <ä🚲\u2028> '],
	[
		'of long ago, which tells nobody anything',
		{ timestamp: '2020-01-01T00:00:00Z', challenge: 'x' },
		'x',
	],
])('a challenge %s', async (_, more, challenge) => {
	await registered();
	expect(await ask({ id: 'e', type: 'verify', ...more })).toEqual({
		status: 200,
		data: { challenge },
		type: 'application/json; charset=utf-8',
	});
	expect(host.runs).toEqual([]);
});

it.each([
	['none', {}],
	['one that is no text', { verify: { challenge: 7 } }],
	['an object', { challenge: { a: 1 } }],
])('%s: 400', async (_, more) => {
	await registered();
	expect(await ask({ id: 'e', type: 'verify', ...more })).toMatchObject({
		status: 400,
		data: { message: 'the challenge is missing' },
	});
});

it.each([['wrong'], ['x'.repeat(64)]])(
	'with the signature %s nothing is echoed',
	async (header) => {
		await registered();
		const { status, data } = await ask({ id: 'e', type: 'verify', challenge: 'secret?' }, header);
		expect(status).toBe(401);
		expect(JSON.stringify(data)).not.toContain('secret?');
	},
);

/** Has DevRev send the challenge once more, as after a recovery. */
async function reverify() {
	deliveries().clear();
	const { url, credentials } = on.sandbox;
	const headers = { authorization: `Bearer ${String(credentials.devRevApi.accessToken)}` };
	for (const action of ['deactivate', 'activate']) {
		const body = { id: webhook().id, action };
		await axios.post(`${url('devRev')}/webhooks.update`, body, { headers });
	}
}
const statuses = () => deliveries().sent.map((one) => one.statuses);

it('a webhook with a foreign secret is not verified, and made anew at the next publication', async () => {
	await registered();
	const { id } = webhook();
	webhook().secret = Buffer.alloc(24, 7).toString('base64');
	await reverify();
	await on.sandbox.api('devRev').announce({ type: 'incident_created', data: {} });
	expect([webhook().status, statuses(), host.runs]).toEqual(['unverified', [[401, 401, 401]], []]);
	await registered();
	expect(webhook().id).not.toBe(id);
	expect(webhook().status).toBe('active');
});

it('a challenge that n8n cannot take is repeated by DevRev, and answered then', async () => {
	await registered();
	deliveries().speed = 100;
	host.change({ credentials: {} });
	await reverify();
	while (!statuses()[0]?.length) await sleep(1);
	host.change({ credentials: on.credentials({}) });
	expect(webhook().status).toBe('unverified');
	await deliveries().idle();
	deliveries().speed = 1_000;
	expect(statuses()).toEqual([[503, 200]]);
	expect(webhook().status).toBe('active');
});
