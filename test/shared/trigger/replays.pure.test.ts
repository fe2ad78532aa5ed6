import { Parameters } from '../../../nodes/shared/form/parameters';
import type { Delivery, Verdict } from '../../../nodes/shared/trigger/receive';
import { randomFrom } from '../../sandbox/core/random';
import { ADDRESS, DELIVERY_CASES, SECRET } from '../../support/deliveryCase';

const ROUNDS = 10_000;

describe.each(DELIVERY_CASES)('$name', ({ replay: one }) => {
	const parameters = new Parameters({
		properties: one.receiver.form,
		timezone: 'UTC',
		get: (name) => one.parameters[name],
	});
	const context = {
		getCredentials: async () => one.credential,
		getWorkflowStaticData: () => ({ secret: SECRET }),
	};
	const judge = async (delivery: Delivery): Promise<Verdict> =>
		await one.receiver.judge(delivery, parameters, context as never);

	it(`none of ${ROUNDS} replays under other unsigned headers is taken for another delivery`, async () => {
		const random = randomFrom(20_261_127);
		const any = () => Math.floor(random() * 1e9).toString(36);
		const keys = new Set<string>();
		for (let round = 0; round < ROUNDS; round += 1) {
			const event = one.events[round % one.events.length];
			const raw = Buffer.from(JSON.stringify(event));
			const { headers, query } = one.sign(raw);
			const added = Object.fromEntries(
				one.unsigned.filter(() => random() < 0.7).map((name) => [name, any()]),
			);
			const verdict = await judge({
				headers: { ...added, [`x-${any()}`]: any(), ...headers },
				query: { ...(random() < 0.5 ? { [any()]: any() } : {}), ...query },
				path: `/webhook/${ADDRESS}`,
				raw,
				body: event,
				address: ADDRESS,
			});
			if (verdict.kind !== 'accept') throw new TypeError(JSON.stringify(verdict));
			const [item] = verdict.items;
			expect(item.deliveryId).toBe(verdict.id);
			keys.add(String(verdict.id));
		}
		expect(keys.size).toBe(one.events.length);
		expect(keys).not.toContain('undefined');
	});
});
