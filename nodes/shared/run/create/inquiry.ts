import type { IDataObject } from 'n8n-workflow';

import { agreement, type Agreement } from './alike';
import type { Client } from '../../wire/client';
import { Fault, Undecided, type FaultDetails } from '../../ground/failures';
import { ledgerFor, type Ledger } from './ledger';
import type { Making } from '../operation';
import type { Reply } from '../../wire/request';
import { again, endsBefore, search, timeOf } from './searches';
import { asText } from '../../ground/values';

/**
 * Pauses before each look, in milliseconds: 10.5 s together, because gateways give up on a request that is
 * still being worked on, and lists lag behind what was written.
 */
export const LOOKS = { pausesMs: [300, 700, 1_500, 3_000, 5_000], lastMs: 2_000 };

/** Vendors' clocks are known to the second, and some times are cut to it. */
const CLOCK_TOLERANCE_MS = 2_000;
/** A vendor's clock may be set back meanwhile, or be another one than that of the `Date` header. */
const CLOCK_STEP_MS = 15_000;
/** How far the clock of the data is looked for while nothing of ours has shown it. */
const CLOCK_UNKNOWN_MS = 600_000;
/** Rows that one look reads once more by themselves, at most. */
const MOST_READ = 10;
/** Objects of somebody else that are compared with ours in one look, to see whether they are alike. */
const MOST_TWINS = 3;

interface Found {
	id: string;
	row: IDataObject;
	/** The object by itself, where it had to be read. */
	reply?: Reply;
}

/** Whether an object is of the time since the request began. */
type Age = 'new' | 'old' | 'unclear';

/**
 * Finds out what became of one create whose attempts brought no clear answer. An object is ours when
 * everything that was sent and can be read back agrees with it, when it is not known to have been there
 * before, and when nobody else of this process has it.
 */
export class Inquiry {
	/** Attempts of which nobody knows yet whether they made something. */
	private doubts = 0;

	/** Objects that may be ours or not. */
	private readonly unclear = new Set<string>();

	/** Objects that are not ours. */
	private readonly strangers = new Set<string>();

	constructor(
		private readonly client: Client,
		private readonly making: Making,
		private readonly sent: IDataObject,
		/** In milliseconds since 1970. */
		private readonly began: number,
	) {}

	/**
	 * Looks several times over what the last attempt may have made.
	 * @returns the reply that the create would have had; undefined: it is not there
	 * @throws Undecided or Fault when nobody can tell
	 */
	async look(): Promise<Reply | undefined> {
		this.doubts += 1;
		const { pausesMs } = LOOKS;
		for (const [index, pause] of pausesMs.entries()) {
			await this.client.pause(pause);
			const isLast = index === pausesMs.length - 1;
			if (this.client.cancelled) throw new Undecided([...this.unclear]);
			const found = await this.lookOnce(isLast || index === 1).catch((failure: unknown) => {
				return isLast || !isPassing(failure) ? unknown(failure) : undefined;
			});
			if (found) return found;
		}
		if (this.unclear.size) throw new Undecided([...this.unclear]);
		return;
	}

	/**
	 * Takes what was made into the ledger. After an attempt that was sent again, looks a last time: an earlier
	 * one may have been carried out all the same, and then the user has to know.
	 */
	async close(made: IDataObject[]): Promise<void> {
		const { ledger, sent, began } = this;
		const { existing } = this.making;
		const fresh = made.filter(({ id }) => ledger.claim(String(id)));
		const [first] = fresh;
		if (!first) return;
		if (this.doubts) {
			await this.nameDoubles(String(first.id));
			return;
		}
		// Made without any doubt, it shows the vendor's clock.
		const time = timeOf(existing, first);
		ledger.record({ traits: existing.traits, sent }, time, [began, Date.now()]);
	}

	/** Takes an object that has the key of what was sent; false when it cannot be what was made. */
	claims(object: IDataObject): boolean {
		const isLike = agreement(this.making.existing.traits, this.sent, object, false) !== 'other';
		return (
			isLike && this.ageOf(object, -Infinity) === 'new' && this.ledger.claim(String(object.id))
		);
	}

	private async nameDoubles(madeId: string): Promise<void> {
		await this.client.pause(LOOKS.lastMs);
		const alike = await this.alike(true).catch(() => []);
		for (const { id } of alike) if (this.ledger.claim(id)) this.nameDouble(madeId, id);
	}

	/** @throws Fault when the list cannot be read */
	private async lookOnce(isThorough: boolean): Promise<Reply | undefined> {
		const near = await this.alike(isThorough);
		if (!near.length) return;
		// Before anything is taken: the whole list shows whether somebody else writes like us.
		const ours = isThorough ? near : await this.alike(true);
		if (!ours.length) return;
		// More than we can have made, or somebody writes like us: each may be theirs.
		if (ours.length > this.doubts || this.ledger.hasTwin) {
			for (const { id } of ours) this.unclear.add(id);
			return;
		}
		const [first, ...others] = ours;
		if (!this.ledger.claim(first.id)) return;
		for (const { id } of others) if (this.ledger.claim(id)) this.nameDouble(first.id, id);
		return first.reply ?? (await again(this.client, this.making.existing, first.row, this.sent));
	}

	/** What is there and is like what was sent, since the request began, and nobody's yet. */
	private async alike(isThorough: boolean): Promise<Found[]> {
		const { existing } = this.making;
		const rows: IDataObject[] = [];
		let newest = -Infinity;
		const since = await this.since(isThorough);
		const first = existing.recent(this.sent, new Date(since).toISOString(), isThorough);
		for await (const page of search(this.client, existing, first)) {
			for (const row of page) {
				newest = Math.max(newest, timeOf(existing, row));
				if (!existing.createdAt || timeOf(existing, row) >= since) rows.push(row);
			}
			if (endsBefore(existing, page, since)) break;
		}
		const free = rows.filter((row) => this.isFree(asText(row.id)));
		const ours: Found[] = [];
		let read = 0;
		for (const row of free) {
			const found = await this.compared(row, () => (read += 1) <= MOST_READ);
			if (!found) continue;
			const age = this.ageOf(row, newest);
			if (found.agreement === 'same' && age === 'new') ours.push(found);
			else if (age !== 'old') this.unclear.add(found.id);
			else this.strangers.add(found.id);
		}
		for (const { id } of ours) this.unclear.delete(id);
		if (isThorough && ours.length) await this.lookForTwins(free, ours);
		for (const { id } of rows) if (asText(id)) this.ledger.see(String(id));
		return ours;
	}

	private isFree(id: string | undefined): id is string {
		if (id === undefined || this.strangers.has(id) || this.ledger.owns(id)) return false;
		return !this.ledger.knewBefore(id, this.began);
	}

	/** Undefined for what is not like what was sent. Reads the object by itself where its row does not say. */
	private async compared(
		row: IDataObject,
		mayRead: () => boolean,
	): Promise<(Found & { agreement: Agreement }) | undefined> {
		const { existing, records } = this.making;
		const id = String(row.id);
		const isWhole = !('read' in existing.again);
		const atFirst = agreement(existing.traits, this.sent, row, isWhole);
		if (atFirst === 'other') return this.refuse(id);
		if (atFirst !== 'unread') return { id, row, agreement: atFirst };
		if (!mayRead()) return { id, row, agreement: 'unclear' };
		const reply = await again(this.client, existing, row, this.sent);
		const [object = {}] = records(reply) ?? [];
		const whole = agreement(existing.traits, this.sent, object, true);
		return whole === 'other' ? this.refuse(id) : { id, row, reply, agreement: whole };
	}

	private refuse(id: string): undefined {
		this.strangers.add(id);
	}

	/** Whether what we have made before has a like that is not ours: then this may be theirs as well. */
	private async lookForTwins(free: IDataObject[], ours: Found[]): Promise<void> {
		const { existing, records } = this.making;
		const others = free.filter((row) => !ours.some(({ id }) => id === row.id));
		let left = MOST_TWINS;
		for (const row of others) {
			const id = String(row.id);
			const made = this.ledger.madeLike(row);
			if (!made || this.ledger.owns(id) || this.ledger.hasTwin || (left -= 1) < 0) continue;
			const isWhole = !('read' in existing.again);
			let alike = agreement(made.traits, made.sent, row, isWhole);
			if (alike === 'unread') {
				const [object = {}] = records(await again(this.client, existing, row, this.sent)) ?? [];
				alike = agreement(made.traits, made.sent, object, true);
			}
			// By now it may have turned out to be one of ours.
			if (alike === 'same' && !this.ledger.owns(id)) this.ledger.noteTwin(id);
		}
	}

	/** When our request began, on the clock of the vendor's data. */
	private get beganThere(): number {
		const ahead = this.ledger.aheadMs ?? this.client.gate.skewMs ?? 0;
		return this.began + ahead - CLOCK_TOLERANCE_MS;
	}

	/** From when on objects are looked at, by the vendor's clock; a thorough look trusts it less. */
	private async since(isThorough: boolean): Promise<number> {
		const { client, ledger } = this;
		const { existing } = this.making;
		if (ledger.aheadMs === undefined && client.gate.skewMs === undefined) {
			const probe = existing.paging.sized(existing.recent(this.sent), 1);
			await client.send(client.connection.finish(probe), 'read');
		}
		if (!isThorough) return this.beganThere;
		const isKnown = ledger.aheadMs !== undefined;
		return this.beganThere - (isKnown ? CLOCK_STEP_MS : CLOCK_UNKNOWN_MS);
	}

	/** @param newest the latest time that the list shows: the vendor's clock is not behind it */
	private ageOf(row: IDataObject, newest: number): Age {
		if (!this.making.existing.createdAt) return 'new';
		const time = timeOf(this.making.existing, row);
		if (time >= this.beganThere - CLOCK_STEP_MS) return 'new';
		const elapsed = Date.now() - this.began;
		const isPast = newest - elapsed - CLOCK_STEP_MS > time;
		return isPast || this.ledger.aheadMs !== undefined ? 'old' : 'unclear';
	}

	private nameDouble(id: string, other: string): void {
		this.client.notices.add(
			`${this.client.vendor.name} has two that are alike: ID ${id} is what this node puts out, ID ${other} was made by an attempt that brought no answer, or by somebody else at the same time. Look at it, and close it if it is one too many`,
		);
	}

	private get ledger(): Ledger {
		return ledgerFor(this.client.connection.baseUrl);
	}
}

/** A fault that a later look may not meet. */
function isPassing(failure: unknown): boolean {
	const lasting: Array<FaultDetails['kind']> = ['refused', 'signIn', 'blocked', 'cancelled'];
	return failure instanceof Fault && !lasting.includes(failure.details.kind);
}

function unknown(failure: unknown): never {
	throw failure instanceof Fault ? new Fault(failure.details) : new Undecided([]);
}
