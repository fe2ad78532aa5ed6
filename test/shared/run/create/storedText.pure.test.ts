import { isStoredForm, textKey } from '../../../../nodes/shared/run/create/storedText';

const LONG = `Disk full: ${'0123456789 '.repeat(20)}`;

describe('what a store has made of a text is known again', () => {
	it.each([
		['as it is', 'Disk full', 'Disk full'],
		['runs of spaces made one', 'Disk  full \t now', 'Disk full now'],
		['trimmed', '  Disk full ', 'Disk full'],
		['letters composed', 'cafe\u0301', 'caf\u00e9'],
		['CRLF made LF', 'a\r\nb', 'a\nb'],
		['HTML escaped', 'a <b>&</b> "c"', 'a &lt;b&gt;&amp;&lt;/b&gt; &quot;c&quot;'],
		['HTML escaped twice', 'a & b', 'a &amp;amp; b'],
		['HTML stripped', 'Disk <b>full</b>', 'Disk full'],
		['cut at 100', LONG, LONG.slice(0, 100)],
		['cut with an ellipsis', LONG, `${LONG.slice(0, 97)}…`],
		['emoji dropped', 'Disk 🔥 full 👩‍🚒', 'Disk  full '],
		['emoji replaced', 'Disk 🔥 full', 'Disk ? full'],
		['stripped and cut', `<p>${LONG}</p>`, LONG.slice(0, 100)],
	])('%s', (_, sent, stored) => expect(isStoredForm(sent, stored, false)).toBe(true));

	it('and Markdown that is written otherwise', () =>
		expect(isStoredForm('* one\n* two **now**', '- one\n- two __now__\n', true)).toBe(true));
});

describe('another text is not', () => {
	it.each([
		['another host', 'Disk full on A', 'Disk full on B'],
		['another sign', 'CPU > 90', 'CPU < 90'],
		['another tag that was kept', 'Host <a>', 'Host <b>'],
		['the beginning alone, where it is short', 'Disk full on host A', 'Disk full'],
		['one that goes on', 'Disk full', 'Disk full on host A'],
		['nothing', 'Disk full', ''],
		['another number', `${LONG}1`, `${LONG}2`],
	])('%s', (_, sent, stored) => {
		expect(isStoredForm(sent, stored, false)).toBe(false);
		expect(isStoredForm(sent, stored, true)).toBe(false);
	});
});

it('texts that could be taken for each other have one key', () => {
	const same = ['Disk  <b>full</b> 🔥', 'disk'.replace('d', 'D') + ' full', 'Disk &lt;b&gt;full'];
	expect(new Set(same.map(textKey)).size).toBe(1);
	expect(textKey('Disk full')).not.toBe(textKey('Disk empty'));
});

it('a page of signs is compared as fast as a text: quadratic work would not end here', () => {
	for (const text of ['<'.repeat(300_000), '<a '.repeat(100_000), '&'.repeat(300_000)]) {
		expect(isStoredForm(text, `${text.slice(0, 100)}!`, true)).toBe(false);
	}
});
