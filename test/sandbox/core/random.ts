/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Deals cards in a mixed order, each once before any comes again. */
export class Deck<T> {
	private left: T[] = [];

	constructor(
		private readonly cards: readonly T[],
		private readonly random: () => number,
	) {}

	get isEmpty(): boolean {
		return this.cards.length === 0;
	}

	draw(): T {
		if (this.left.length === 0) this.left = [...this.cards];
		const [card] = this.left.splice(Math.floor(this.random() * this.left.length), 1);
		return card;
	}
}
