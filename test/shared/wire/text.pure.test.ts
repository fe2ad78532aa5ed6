import { brief, excerpt } from '../../../nodes/shared/ground/text';

describe('an excerpt of a page', () => {
	it.each([
		[
			'<html><head><style>p { x: 1 }</style></head><body>Bad <b>Gateway</b></body></html>',
			'Bad Gateway',
		],
		['<SCRIPT>if (a < b) x()</SCRIPT >after', 'after'],
		['<script src="x"/>swallowed up to its end</script>after', 'after'],
		['no tags at all', 'no tags at all'],
		['1 < 2', '1 < 2'],
		['before <script>never closed', 'before'],
		['<p>one<br/>two</p>', 'one two'],
		['', ''],
	])('%s', (page, shown) => expect(excerpt(page)).toBe(shown));

	it('is short', () => expect(excerpt('word '.repeat(1_000))).toHaveLength(251));

	it.each(['<', '<script', '<style', '<!--', '</script', '< ', '<script>', '\n \t', '<a'])(
		'of a page full of %j is short, and does not take quadratic time: that would be a minute here',
		(part) => {
			const page = part.repeat(2_000_000 / part.length);
			for (let count = 0; count < 250; count++) expect(excerpt(page).length).toBeLessThan(252);
		},
	);
});

describe('an answer made brief', () => {
	it('stays as it is when it is small', () => {
		const answer = { error: { message: 'No', errors: ['a', { b: [1, null, true] }] }, n: 0 };
		expect(brief(answer)).toEqual(answer);
		expect(brief([1, 'a'])).toEqual([1, 'a']);
		expect(brief(undefined)).toBeUndefined();
	});

	it('has its texts cut, and only so many entries, and only so deep', () => {
		expect(brief({ message: 'x'.repeat(5_000) })).toEqual({ message: `${'x'.repeat(2_000)}…` });
		expect(brief(Array(100_000).fill(1))).toHaveLength(100);
		const deep = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) as unknown;
		expect(JSON.stringify(brief(deep))).toBe('[[[[[[[[null]]]]]]]]');
	});
});
