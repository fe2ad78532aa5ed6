import axios from 'axios';
import { sleep } from 'n8n-workflow';

import type { Headers } from './types';

/** How a vendor delivers; times are in milliseconds. */
export interface DeliveryRules {
	/** The receiver has to answer within. */
	timeoutMs: number;
	/** Waits before the second, third … attempt. */
	pausesMs: number[];
	/** Whether an answer, or none (0), is followed by another attempt. */
	isRetried: (status: number) => boolean;
}

export interface Outgoing {
	url: string;
	headers: Headers;
	/** Sent byte for byte: signatures are about it. */
	body: string;
}

export interface Delivery extends Outgoing {
	/** The answered status of each attempt; 0 where none came in time. */
	statuses: number[];
	/** What the receiver answered last. */
	answer?: unknown;
	isDone: boolean;
}

/** Sends webhooks as a vendor does, keeps what became of them, and can be waited for. */
export class Deliveries {
	readonly sent: Delivery[] = [];
	/** Divides the pauses: a test does not wait for minutes. */
	speed = 1_000;
	private pending = 0;
	private isStopped = false;

	constructor(private readonly rules: DeliveryRules) {}

	/** @returns the delivery once it has arrived, or was given up */
	async send(outgoing: Outgoing): Promise<Delivery> {
		const delivery: Delivery = { ...outgoing, statuses: [], isDone: false };
		this.sent.push(delivery);
		this.pending += 1;
		for (const pause of [0, ...this.rules.pausesMs]) {
			if (pause) await sleep(pause / this.speed);
			if (this.isStopped) break;
			const { status, answer } = await this.attempt(outgoing);
			delivery.statuses.push(status);
			delivery.answer = answer;
			if (!this.rules.isRetried(status)) break;
		}
		delivery.isDone = true;
		this.pending -= 1;
		return delivery;
	}

	/** Resolves when nothing is on its way any more. */
	async idle(): Promise<void> {
		while (this.pending) await sleep(5);
	}

	/** Forgets what was sent. */
	clear(): void {
		this.sent.length = 0;
	}

	stop(): void {
		this.isStopped = true;
	}

	private async attempt({ url, headers, body }: Outgoing) {
		try {
			const { status, data } = await axios.post<unknown>(url, body, {
				headers,
				timeout: this.rules.timeoutMs,
				proxy: false,
				validateStatus: () => true,
				// As it is: axios would parse and write JSON anew.
				transformRequest: (text: string) => text,
			});
			return { status, answer: data };
		} catch {
			return { status: 0, answer: undefined };
		}
	}
}
