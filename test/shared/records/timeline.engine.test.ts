import { suite } from '../../support/suite';
import { BEGAN, ENDED, NOTE, PLAYED, WRITTEN } from './played';

const KINDS = ['triggered', 'note', 'resolved'];
const KEYS = ['provider', 'id', 'incidentId', 'time', 'actor', 'kind', 'text', 'vendorKind'];

describe.each(PLAYED.map((one) => [one.own.name, one] as const))('%s', (_, { own, one }) => {
	const { vendor, credential, node, signedIn } = own;
	const on = suite(vendor, credential, node);
	const timeline = async (output: string) => {
		const parameters = { ...one(on), operation: 'getTimeline', output };
		const credentials = on.credentials(signedIn?.(on.sandbox) ?? {});
		const { items, error } = await on.run(parameters, { credentials });
		expect(error).toBeUndefined();
		return items.map(({ json }) => json);
	};

	it('tells the same of the same incident, newest first', async () => {
		const records = await timeline('items');
		expect(records.map((record) => Object.keys(record))).toEqual(Array(3).fill(KEYS));
		const oldestFirst = [...records].reverse();
		expect(oldestFirst.map(({ kind }) => kind)).toEqual(KINDS);
		expect(oldestFirst.map(({ time }) => Date.parse(String(time)))).toEqual(
			[BEGAN, WRITTEN, ENDED].map((time) => Date.parse(time)),
		);
		expect(oldestFirst[1].text).toBe(NOTE);
		expect(new Set(records.map(({ incidentId }) => incidentId)).size).toBe(1);
	});

	it('makes the same document of it', async () => {
		const [{ markdown, entries, counts, title }] = await timeline('markdown');
		expect([title, entries]).toEqual(['Shop is down', 3]);
		expect(counts).toMatchObject({ triggered: 1, note: 1, resolved: 1, change: 0, other: 0 });
		const lines = String(markdown).split('\n');
		expect(lines.filter((line) => line.startsWith('#'))).toEqual([
			expect.stringMatching(/^# .*Shop is down$/),
			'## Timeline',
		]);
		const heads = lines.slice(lines.indexOf('## Timeline')).filter((line) => line.startsWith('- '));
		expect(heads.map((line) => /\*\*(.+?)\*\*/.exec(line)?.[1])).toEqual(KINDS);
		const note = lines.indexOf('  Rollback läuft 🚨  ');
		expect(lines.slice(note, note + 3)).toEqual([
			'  Rollback läuft 🚨  ',
			'  \\# Not a heading  ',
			'  \\* \\[x\\] done',
		]);
	});
});
