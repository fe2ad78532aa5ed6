import { inMarkdown, inOneLine } from '../../../nodes/shared/records/markdown';

it.each<[string, string, string[]]>([
	['plain text', 'Failing over now', ['Failing over now']],
	['a heading', '# All clear', ['\\# All clear']],
	['a rule, a heading below a line', 'Down\n---\n===', ['Down', '\\---', '\\===']],
	[
		'entries of lists',
		'- a\n+ b\n* c\n1. d\n12) e',
		['\\- a', '\\+ b', '\\* c', '1\\. d', '12\\) e'],
	],
	['a quote and a table', '> a | b', ['\\> a \\| b']],
	['code', '```\nrm -rf\n```', ['\\`\\`\\`', 'rm -rf', '\\`\\`\\`']],
	['HTML', '<script>alert(1)</script>', ['\\<script\\>alert(1)\\</script\\>']],
	['an entity', '&lt;b&gt;', ['\\&lt;b\\&gt;']],
	[
		'emphasis, deletion and formulas',
		'*a* _b_ ~~c~~ $d$',
		['\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\$d\\$'],
	],
	['a picture', '![x](y)', ['!\\[x\\](y)']],
	['a backslash of its own', 'C:\\temp\\*', ['C:\\\\temp\\\\\\*']],
	['numbers within a line', '99.9 % of 1. April', ['99.9 % of 1. April']],
	['empty lines and indentation', 'a\r\n\r\n    b\u2028c\u0085\td', ['a', 'b', 'c', 'd']],
	['control characters', 'a\u0000\u001b[31mb', ['a \\[31mb']],
	['nothing', ' \n ', []],
	['umlauts and emoji', 'Größe „0“ 🚨', ['Größe „0“ 🚨']],
])('%s', (_, text, lines) => expect(inMarkdown(text)).toEqual(lines));

it.each([
	['see https://x.example/a_b?c=1&d=*.', 'see <https://x.example/a_b?c=1&d=>\\*.'],
	['(https://x.example)', '(<https://x.example>)'],
	['https://x.example/<b>', '<https://x.example/>\\<b\\>'],
	[
		'javascript:alert(1) and [a](https://x.example)',
		'javascript:alert(1) and \\[a\\](<https://x.example>)',
	],
])('an address is a link: %s', (text, line) => expect(inMarkdown(text)).toEqual([line]));

it('puts a text of several lines into one', () => {
	expect(inOneLine('a\n# b\n\nc')).toBe('a # b c');
	expect(inOneLine(12)).toBe('12');
	expect(inOneLine('')).toBe('');
});
