/** What is to be said about items that succeed: each text once for a run, with the items that it is about. */
export class Remarks {
	private readonly items = new Map<string, Set<number>>();

	/** Takes down a text about an item. */
	add(text: string, itemIndex: number): void {
		const known = this.items.get(text);
		if (known) known.add(itemIndex);
		else this.items.set(text, new Set([itemIndex]));
	}

	/** The texts with their items, as n8n counts them. */
	get texts(): string[] {
		return [...this.items].map(([text, items]) => {
			const named = [...items].slice(0, MOST_NAMED).join(', ');
			const more = items.size > MOST_NAMED ? ` and ${items.size - MOST_NAMED} more` : '';
			return `${text} (item ${named}${more}; the first is 0)`;
		});
	}
}

const MOST_NAMED = 20;
