import type { IDataObject } from 'n8n-workflow';

import type { Alert, AlertSource } from '../../../nodes/shared/alerts/alert';
import { alertOf } from '../../../nodes/shared/alerts/reading';
import { SOURCES } from '../../../nodes/shared/alerts/sources';
import { FormIssue } from '../../../nodes/shared/ground/failures';
import { asObject } from '../../../nodes/shared/ground/values';
import { filesBelow, exists } from '../../support/files';
import { FOLDER, samplesOf } from './samplesOf';

/** Tools that say when something fails, and never that it works again. */
const ONLY_FAIL = ['n8nError'];

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

	// An expectation for each of some ten thousand alerts would take most of the time.
	it('takes whatever JSON comes without throwing, and gives whole alerts', () => {
		const wrong: unknown[] = [];
		for (const { payload } of samples) {
			for (const hostile of spoilt(payload)) {
				source.recognises(asObject(hostile));
				wrong.push(...readOrRefused(source, hostile).filter((alert) => !isWhole(alert)));
			}
		}
		expect(wrong).toEqual([]);
	});
});

function isWhole({ title, fingerprint, text, source, service }: Alert): boolean {
	return (
		[title, fingerprint].every((one) => /\S/.test(one)) && ![text, source, service].includes('')
	);
}

/** Only a refusal in words is allowed beside alerts. */
function readOrRefused(source: AlertSource, payload: unknown): Alert[] {
	try {
		return source.read(asObject(payload));
	} catch (refusal) {
		if (refusal instanceof FormIssue) return [];
		// Whatever else was thrown counts as an alert that is not whole.
		return [alertOf({ tool: String(refusal), state: 'none', title: '', fingerprint: '' })];
	}
}

/** The payload with each of its values, at whatever depth, replaced by others in turn; one object all the time. */
function* spoilt(payload: object): Generator<unknown> {
	const others = [null, '', 0, -1, true, [], {}, [null], ['x'], 'x', { a: { b: 1 } }, 1e300];
	const copy: unknown = structuredClone(payload);
	for (const path of pathsOf(payload)) {
		const parent = path
			.slice(0, -1)
			.reduce<unknown>((at, key) => (at as IDataObject)[key], copy) as IDataObject;
		const last = path[path.length - 1];
		const before = parent[last];
		for (const other of others) {
			parent[last] = other as IDataObject[string];
			yield copy;
		}
		parent[last] = before;
	}
}

function pathsOf(value: unknown, path: string[] = []): string[][] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, one]) => {
		const here = [...path, key];
		return [here, ...pathsOf(one, here)];
	});
}
