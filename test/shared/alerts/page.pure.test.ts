import { SOURCES } from '../../../nodes/shared/alerts/sources';
import { asObject } from '../../../nodes/shared/ground/values';
import { textOf } from '../../support/files';

/** The page in parts: a heading and what stands below it. */
const parts = textOf('docs/alert-sources.md')
	.split(/^## /m)
	.slice(1)
	.map((part) => [part.slice(0, part.indexOf('\n')), part] as const);

it('has a heading for each tool, in the order of the menu', () =>
	expect(parts.map(([heading]) => heading)).toEqual(SOURCES.map(({ name }) => name)));

const bodies = parts.flatMap(([heading, part]) =>
	[...part.matchAll(/^```json\n([^]*?)^```/gm)].map(([, body]) => [heading, body] as const),
);

it.each(bodies)('%s: the body to paste is read as its own', (heading, body) => {
	const payload = asObject(JSON.parse(body));
	const names = SOURCES.filter((source) => source.recognises(payload)).map(({ name }) => name);
	expect(names).toEqual([heading]);
});

it('has bodies to paste', () => {
	expect(bodies.map(([heading]) => heading)).toEqual(
		expect.arrayContaining(['Elastic (Kibana)', 'UptimeRobot']),
	);
});
