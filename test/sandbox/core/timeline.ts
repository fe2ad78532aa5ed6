/** Both ends belong to it; milliseconds since the epoch. */
export interface Span {
	from: number;
	to: number;
}

const always: Span = { from: -Infinity, to: Infinity };

/**
 * Records by id that are also kept in the order of their creation, so that a list of ten thousand is
 * not sorted anew for each request. Times and keys are read when a record is set: they must not
 * change afterwards.
 */
export class Timeline<T> extends Map<string, T> {
	/** Oldest first; those of one time in the order in which they came. */
	private readonly ordered: T[] = [];
	private readonly keyed = new Map<string, Set<T>>();
	private readonly arrivals = new Map<string, number>();
	private readonly idOf = new Map<T, string>();
	/** Lists show a record only so long after it was made: the store that they read lags behind. */
	lagMs = 0;

	/** @param timeOf an ISO 8601 text, always with as many digits and in UTC */
	constructor(
		private readonly timeOf: (record: T) => string,
		private readonly keyOf: (record: T) => string = () => '',
	) {
		super();
	}

	override set(id: string, record: T): this {
		const arrival = this.arrivals.get(id) ?? Date.now();
		this.delete(id);
		this.arrivals.set(id, arrival);
		this.idOf.set(record, id);
		const time = this.timeOf(record);
		this.ordered.splice(
			this.firstPlace((other) => this.timeOf(other) > time),
			0,
			record,
		);
		const key = this.keyOf(record);
		const sharers = this.keyed.get(key);
		if (sharers) sharers.add(record);
		else this.keyed.set(key, new Set([record]));
		return super.set(id, record);
	}

	override delete(id: string): boolean {
		const record = this.get(id);
		if (record === undefined) return false;
		this.ordered.splice(this.ordered.lastIndexOf(record), 1);
		this.keyed.get(this.keyOf(record))?.delete(record);
		this.arrivals.delete(id);
		this.idOf.delete(record);
		return super.delete(id);
	}

	override clear(): void {
		this.ordered.length = 0;
		this.keyed.clear();
		this.arrivals.clear();
		this.idOf.clear();
		super.clear();
	}

	*oldestFirst(span = always): Generator<T> {
		const [start, end] = this.placesOf(span);
		for (let place = start; place < end; place += 1) {
			if (this.isShown(this.ordered[place])) yield this.ordered[place];
		}
	}

	*newestFirst(span = always): Generator<T> {
		const [start, end] = this.placesOf(span);
		for (let place = end - 1; place >= start; place -= 1) {
			if (this.isShown(this.ordered[place])) yield this.ordered[place];
		}
	}

	private isShown(record: T): boolean {
		if (!this.lagMs) return true;
		const arrival = this.arrivals.get(this.idOf.get(record) ?? '') ?? 0;
		return arrival + this.lagMs <= Date.now();
	}

	/** Those of a key, as lists show them. */
	listed(key: string): T[] {
		return this.withKey(key).filter((record) => this.isShown(record));
	}

	withKey(key: string): T[] {
		return [...(this.keyed.get(key) ?? [])];
	}

	private placesOf({ from, to }: Span): [number, number] {
		const time = (record: T) => Date.parse(this.timeOf(record));
		return [
			this.firstPlace((record) => time(record) >= from),
			this.firstPlace((record) => time(record) > to),
		];
	}

	/** The first place whose record is late enough, by halving. */
	private firstPlace(isLateEnough: (record: T) => boolean): number {
		let low = 0;
		let high = this.ordered.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (isLateEnough(this.ordered[middle])) high = middle;
			else low = middle + 1;
		}
		return low;
	}
}

/** Those that pass, one by one as they are asked for. */
export function* where<T>(records: Iterable<T>, isWanted: (record: T) => boolean): Generator<T> {
	for (const record of records) if (isWanted(record)) yield record;
}

/** At most so many, without looking at the rest. */
export function firstOf<T>(records: Iterable<T>, count: number): T[] {
	const found: T[] = [];
	if (count <= 0) return found;
	for (const record of records) if (found.push(record) >= count) break;
	return found;
}
