import type { Alert } from '../../../nodes/shared/alerts/alert';
import { SOURCES } from '../../../nodes/shared/alerts/sources';
import { asObject } from '../../../nodes/shared/ground/values';
import { filesBelow, exists } from '../../support/files';
import { load } from '../../support/load';
import type { Sample } from './sample';

const FOLDER = 'test/shared/alerts/samples';

/** Tools that say when something fails, and never that it works again. */
const ONLY_FAIL = ['n8nError'];

/** The samples of a tool, by the name of its file. */
function samplesOf(value: string): Sample[] {
	return (load(`${FOLDER}/${value}`) as { samples: Sample[] }).samples;
}

it('has a file of samples for every tool, and no other', () => {
	const files = SOURCES.map(({ value }) => `${FOLDER}/${value}.ts`);
	expect(filesBelow(FOLDER, '.ts').sort()).toEqual(files.sort());
	expect(files.filter((file) => !exists(file))).toEqual([]);
});

it('stands in the order of the menu', () => {
	const names = SOURCES.map(({ name }) => name);
	expect(names).toEqual([...names].sort());
});

describe.each(SOURCES.map((source) => [source.name, source] as const))('%s', (_, source) => {
	const samples = samplesOf(source.value);

	it.each(samples.map((sample) => [sample.name, sample] as const))('%s', (_name, sample) => {
		const payload = asObject(sample.payload);
		expect(SOURCES.filter((one) => one.recognises(payload)).map(({ value }) => value)).toEqual([
			source.value,
		]);
		expect(source.read(payload)).toEqual(sample.alerts);
	});

	it('is shown firing and resolved, where both know the problem by one fingerprint', () => {
		const one = (name: string): Alert | undefined =>
			samples.find((sample) => sample.name === name)?.alerts[0];
		expect(one('firing')?.state).toBe('firing');
		if (ONLY_FAIL.includes(source.value)) {
			const states = samples.flatMap(({ alerts }) => alerts.map(({ state }) => state));
			expect(states).not.toContain('resolved');
			return;
		}
		expect(one('resolved')?.state).toBe('resolved');
		expect(one('resolved')?.fingerprint).toBe(one('firing')?.fingerprint);
	});

	it('takes whatever JSON comes without throwing, and gives whole alerts', () => {
		for (const { payload } of samples) {
			for (const hostile of spoilt(payload)) {
				expect(() => source.recognises(asObject(hostile))).not.toThrow();
				const alerts = readOrRefused(source, hostile);
				for (const alert of alerts) {
					expect(alert.title).toEqual(expect.stringMatching(/\S/));
					expect(alert.fingerprint).toEqual(expect.stringMatching(/\S/));
					expect([alert.text, alert.source, alert.service]).not.toContain('');
				}
			}
		}
	});
});

/** Only a refusal in words is allowed beside alerts. */
function readOrRefused(source: (typeof SOURCES)[number], payload: unknown): Alert[] {
	try {
		return source.read(asObject(payload));
	} catch (refusal) {
		expect((refusal as Error).constructor.name).toBe('FormIssue');
		return [];
	}
}

/** The payload with each of its values, at whatever depth, replaced by others in turn. */
function* spoilt(payload: unknown): Generator<unknown> {
	const others = [null, '', 0, -1, true, [], {}, [null], ['x'], 'x', { a: { b: 1 } }, 1e300];
	for (const path of pathsOf(payload)) {
		for (const other of others) {
			const copy: unknown = structuredClone(payload);
			const parent = path
				.slice(0, -1)
				.reduce<unknown>((at, key) => (at as { [key: string]: unknown })[key], copy);
			(parent as { [key: string]: unknown })[path[path.length - 1]] = other;
			yield copy;
		}
	}
}

function pathsOf(value: unknown, path: string[] = []): string[][] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, one]) => {
		const here = [...path, key];
		return [here, ...pathsOf(one, here)];
	});
}
