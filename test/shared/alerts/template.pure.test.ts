import { alertOf } from '../../../nodes/shared/alerts/reading';
import { filledIn, PLACEHOLDERS, unknownIn } from '../../../nodes/shared/alerts/template';

const alert = alertOf({
	tool: 'Tool',
	state: 'firing',
	title: 'Disk {source} $& full',
	fingerprint: 'f',
	severity: 'error',
	toolSeverity: 'High',
	source: 'web-1',
	links: [{ text: 'Alert', href: 'https://tool.example/1' }],
	labels: { 'a b': '1', 'kubernetes.io/app': 'shop', toString: 'own' },
});

it.each([
	['{title}', 'Disk {source} $& full'],
	['[{severity}/{toolSeverity}] {source}{service}', '[error/High] web-1'],
	['{tool} {state} {fingerprint} {link}', 'Tool firing f https://tool.example/1'],
	['{labels.a b}-{labels.kubernetes.io/app}-{labels.toString}', '1-shop-own'],
	['{labels.absent}{labels.constructor}{endedAt}', ''],
	['{"json": 1} and {0} stay', '{"json": 1} and {0} stay'],
	['', ''],
])('%s', (template, text) => {
	expect(unknownIn(template)).toBeUndefined();
	expect(filledIn(template, alert)).toBe(text);
});

it.each([
	['{titel} {title}', '{titel}'],
	['{labels}', '{labels}'],
	['{title.a}', '{title.a}'],
	['{constructor}', '{constructor}'],
])('%s names what no alert has', (template, unknown) => expect(unknownIn(template)).toBe(unknown));

it('knows every part that the form names', () => {
	for (const placeholder of PLACEHOLDERS.split(', '))
		expect(unknownIn(placeholder)).toBeUndefined();
});
