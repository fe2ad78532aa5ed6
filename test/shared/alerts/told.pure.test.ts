import { alertOf } from '../../../nodes/shared/alerts/reading';
import { detailsOf, fitted, keyOf, markOf, uuidOf } from '../../../nodes/shared/alerts/told';

const alert = alertOf({ tool: 'Tool', state: 'firing', title: 'Disk full', fingerprint: 'f' });

describe('the key', () => {
	it('keeps tools apart that count alike', () =>
		expect([keyOf('zabbix', '1'), keyOf('sentry', '1')]).toEqual(['zabbix:1', 'sentry:1']));

	it('is never longer than vendors take, and still differs', () => {
		const [one, other] = ['a', 'b'].map((end) => keyOf('zabbix', 'x'.repeat(400) + end));
		expect(one).toMatch(/^zabbix:[0-9a-f]{64}$/);
		expect(other).not.toBe(one);
	});

	it('has a mark for titles', () => {
		expect(markOf('zabbix:1')).toMatch(/^\[[0-9a-f]{10}\]$/);
		expect(markOf('zabbix:2')).not.toBe(markOf('zabbix:1'));
	});

	it('has a UUID of version 8, always the same', () => {
		const keys = Array.from({ length: 200 }, (_, n) => `zabbix:${n}`);
		const ids = keys.map(uuidOf);
		for (const id of ids) {
			expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
		}
		expect(new Set(ids).size).toBe(200);
		expect(keys.map(uuidOf)).toEqual(ids);
	});
});

describe('what is too long', () => {
	it('is cut, and no half character stays', () => {
		const { title, text, labels, links } = fitted({
			...alert,
			title: `${'🚨'.repeat(600)}`,
			text: 'x'.repeat(50_000),
			labels: Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`l${n}`, 'y'.repeat(900)])),
			links: [{ text: 'long', href: `https://x.example/${'z'.repeat(9_000)}` }],
		});
		expect(title).toBe(`${'🚨'.repeat(500)}…`);
		expect(text).toHaveLength(8_001);
		expect(Object.keys(labels)).toHaveLength(100);
		expect(labels.l0).toHaveLength(501);
		expect(links).toEqual([]);
	});

	it.each([
		['a\r\nb\u0000 c\t', 'a b c'],
		[' \n ', 'Alert'],
	])('a title is one line and never empty: %j', (title, shown) =>
		expect(fitted({ ...alert, title }).title).toBe(shown),
	);
});

describe('all that there is to read', () => {
	it('of an alert that says little', () => expect(detailsOf(alert)).toBe('From Tool'));

	it('of one that says everything', () =>
		expect(
			detailsOf({
				...alert,
				text: '98 %',
				source: 'web-1',
				service: 'web',
				toolSeverity: 'High',
				startedAt: '2026-05-04T10:00:00Z',
				endedAt: '2026-05-04T11:00:00Z',
				links: [{ text: 'Alert', href: 'https://tool.example/1' }],
				labels: { a: '1', b: '<b>' },
			}),
		).toBe(
			'98 %\n\nFrom Tool\nSource: web-1\nService: web\nSeverity: High\nStarted: 2026-05-04T10:00:00Z\nEnded: 2026-05-04T11:00:00Z\nAlert: https://tool.example/1\nLabels: a=1, b=<b>',
		));
});
