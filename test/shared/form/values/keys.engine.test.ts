import { byId, suite } from '../../../support/suite';
import { VENDORS } from '../../../support/vendorCases';

const WORDS = ['null', 'undefined', 'None', 'NaN', 'nil', '[object Object]', ' NULL '];
const texts = (hints: Array<{ message: string }>) => hints.map(({ message }) => message);

describe.each(VENDORS)(
	'words for nothing at $name',
	({ vendor, credential, node, get: { resource, field } }) => {
		const on = suite(vendor, credential, node);

		it.each(WORDS)('refuses "%s" for an ID', async (word) => {
			const { error } = await on.run({
				resource,
				operation: 'get',
				[field]: byId(`={{ ${JSON.stringify(word)} }}`),
			});
			expect(error?.message).toContain(`is not an ID: "${word}" (item 0)`);
			expect(on.requests()).toEqual([]);
		});
	},
);

describe('half characters', () => {
	const HALVES = [
		'={{ "one \\ud83d two" }}',
		'={{ "one \\udea8 two" }}',
		'={{ "🚨".slice(0, 1) + " two" }}',
	];

	describe.each(VENDORS)(
		'$name',
		({ vendor, credential, node, create, createPath, text, more }) => {
			const on = suite(vendor, credential, node);

			it.each(HALVES)('%s goes out with a sign in its place, and one notice', async (title) => {
				const parameters = { ...create(on), title, additionalFields: { [text]: title } };
				const { error, hints } = await on.run(parameters, { ...more(on), items: [{}, {}] });
				expect(error).toBeUndefined();
				const bodies = on
					.requests()
					.filter(({ method, path }) => method === 'POST' && path === createPath)
					.map(({ body }) => JSON.stringify(body));
				expect(bodies).toHaveLength(2);
				for (const body of bodies) {
					expect(body).not.toMatch(/\\ud[89a-f]/i);
					expect(body).toContain('\uFFFD');
				}
				const [hint, ...others] = texts(hints).filter((text) =>
					text.includes('half of a character'),
				);
				expect(hint).toContain('the sign \uFFFD was sent in its place');
				expect(others).toEqual([]);
			});
		},
	);
});
