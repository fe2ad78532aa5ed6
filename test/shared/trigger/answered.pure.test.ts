import { sleep } from 'n8n-workflow';

import { hangsUp, isStarted } from '../../../nodes/shared/trigger/answered';

/** A response, as far as it is looked at. */
class Response {
	private readonly waiting: Array<() => void> = [];

	closed = false;

	destroyed = false;

	writableEnded = false;

	statusCode = 200;

	answer(status: number): void {
		this.statusCode = status;
		this.writableEnded = true;
	}

	close(): void {
		this.closed = true;
		for (const told of this.waiting.splice(0)) told();
	}

	once(_event: 'close', told: () => void): void {
		this.waiting.push(told);
	}

	get listeners(): number {
		return this.waiting.length;
	}
}

let response: Response;
beforeEach(() => (response = new Response()));
const started = async (milliseconds?: number) =>
	await isStarted(response as unknown as Parameters<typeof isStarted>[0], milliseconds);

it.each([
	[200, true],
	[404, true],
	[500, false],
	[503, false],
])('an answer of %i: %s', async (status, expected) => {
	const asked = started();
	response.answer(status);
	response.close();
	expect(await asked).toBe(expected);
});

it.each([
	[200, true],
	[500, false],
])('%i after the sender has hung up: %s', async (status, expected) => {
	const asked = started();
	response.close();
	await sleep(10);
	response.answer(status);
	expect(await asked).toBe(expected);
});

it('a failure is seen, too, when the sender had hung up before anybody asked', async () => {
	response.close();
	const asked = started();
	response.answer(500);
	expect(await asked).toBe(false);
});

it('is settled at once where all is over already', async () => {
	response.answer(200);
	response.close();
	expect(await started(60_000)).toBe(true);
});

it('comes to an end when n8n never answers, hung up or not', async () => {
	expect(await started(20)).toBe(false);
	response.close();
	expect(await started(20)).toBe(false);
});

it('is not taken in by an answer that nobody has given: a closed response has the status 200', async () => {
	response.close();
	expect(response.statusCode).toBe(200);
	expect(await started(20)).toBe(false);
});

it.each(['closed', 'destroyed', 'writableEnded'] as const)(
	'nobody reads the answer any more: %s',
	async (property) => {
		response[property] = true;
		await hangsUp(response as unknown as Parameters<typeof hangsUp>[0]);
		expect(response.listeners).toBe(0);
	},
);

it('somebody may read it until the response is closed', async () => {
	let isOver = false;
	const over = hangsUp(response as unknown as Parameters<typeof hangsUp>[0]).then(
		() => (isOver = true),
	);
	await sleep(10);
	expect(isOver).toBe(false);
	response.close();
	await over;
});
