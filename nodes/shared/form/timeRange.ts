import type { Parameters } from './parameters';

/**
 * Two times of a form by their names, as ISO 8601: from the one to the other.
 * @param isSpan true where nothing can lie between two times that are the same
 * @throws FormIssue when they are the wrong way round
 */
export function timeRange<From extends string, Until extends string>(
	fields: Parameters,
	from: From,
	until: Until,
	isSpan = false,
): { [name in From | Until]?: string } {
	const [start, end] = [fields.date(from), fields.date(until)];
	if (start !== undefined && end !== undefined) {
		const milliseconds = Date.parse(end) - Date.parse(start);
		if (isSpan && milliseconds <= 0) {
			const hint = 'Choose a later time, or exchange them';
			fields.refuse(until, `is not after '${fields.label(from)}'`, hint);
		}
		if (milliseconds < 0) {
			fields.refuse(until, `lies before '${fields.label(from)}'`, 'Exchange the two times');
		}
	}
	return { [from]: start, [until]: end } as { [name in From | Until]?: string };
}
