import { load } from '../../support/load';
import type { Sample } from './sample';

export const FOLDER = 'test/shared/alerts/samples';

/** The samples of a tool, by the name of its file. */
export function samplesOf(value: string): Sample[] {
	return (load(`${FOLDER}/${value}`) as { samples: Sample[] }).samples;
}
