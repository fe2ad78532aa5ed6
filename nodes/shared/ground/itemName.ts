/**
 * An item as messages name it. n8n counts items from 0 wherever it shows or takes a number: in the details of
 * an error ("Item Index"), in `$itemIndex`, in paired items. "item 0" tells that by itself; for all others it
 * is said, since people count from 1.
 * @param index from 0
 */
export function itemName(index: number): string {
	return index === 0 ? 'item 0' : `item ${index}, counted from 0`;
}
