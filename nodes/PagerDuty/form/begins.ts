import { asText } from '../../shared/ground/values';
import { moment, type Trait } from '../../shared/run/create/alike';

/**
 * The start of what is planned, compared with what was made: PagerDuty has it begin when it is made where it was to
 * begin in the past. docs/facts/pagerduty.md#maintenance-windows.
 * @param field the start's name on both sides
 */
export function begins(field: string): Trait {
	const same = moment(field);
	return {
		agrees: (sent, row, isWhole) => {
			const found = same.agrees(sent, row, isWhole);
			if (found !== 'other') return found;
			const [wanted, start] = [sent, row[field]].map((time) => Date.parse(asText(time) ?? ''));
			return start > wanted && start <= Date.now() ? 'same' : 'other';
		},
		// Two that begin "now" can be taken for each other.
		key: () => null,
	};
}
