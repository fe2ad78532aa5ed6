import { createHash } from 'node:crypto';

import {
	answeredPage,
	gonePage,
	questionPage,
	strangePage,
	toldPage,
	troublePage,
} from '../../../nodes/shared/wait/page';
import type { Answer } from '../../../nodes/shared/wait/question';
import { HEADERS, STYLE } from '../../../nodes/shared/wait/style';
import { noteOf, readable, textOf, titleFrom } from '../../../nodes/shared/wait/text';
import { question, waiting } from './asked';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)>'&amp;</textarea></style>`;

const answer: Answer = {
	outcome: 'answered',
	approved: true,
	text: HOSTILE,
	chatInput: HOSTILE,
	by: HOSTILE,
	via: 'link',
	respondedAt: '2026-04-15T12:00:00.000Z',
};

const hostile = (url: string) =>
	waiting(
		{
			message: HOSTILE,
			approveLabel: HOSTILE,
			declineLabel: HOSTILE,
			sendLabel: HOSTILE,
			until: '2026-04-15T12:10:00.000Z',
			tool: { name: HOSTILE, parameters: JSON.stringify({ host: HOSTILE }) },
		},
		{ title: HOSTILE, number: HOSTILE, service: HOSTILE, severity: HOSTILE, status: HOSTILE, url },
	);

const PAGES: Array<[string, string]> = [
	['a question', questionPage(hostile('https://example.com/?"onclick="alert(1)'), HOSTILE)],
	[
		'a text',
		questionPage({
			...hostile('x'),
			question: question({ responseType: 'freeText', sendLabel: HOSTILE }),
		}),
	],
	['an answer', answeredPage(hostile('javascript:alert(1)'), answer)],
	[
		'another text',
		answeredPage({ ...hostile(''), question: question({ responseType: 'freeText' }) }, answer),
	],
	['what is gone', gonePage()],
	['what is strange', strangePage()],
	['trouble', troublePage(HOSTILE)],
	['what was told', toldPage(HOSTILE)],
];

describe.each(PAGES)('the page of %s', (_, page) => {
	it('holds no script and nothing of what was given as more than text', () => {
		expect(page).not.toMatch(/<script|<img|javascript:|\son\w+=(?!alert)/i);
		expect(page.match(/<style>/g)).toHaveLength(1);
		expect(page.match(/<\/textarea>/g)?.length ?? 0).toBe(page.match(/<textarea/g)?.length ?? 0);
	});

	it('is whole, has one style of ours, and fits a phone', () => {
		expect(page).toMatch(/^<!doctype html><html lang="en">.*<\/html>$/s);
		const [, style] = /<style>(.*)<\/style>/s.exec(page) ?? [];
		expect(style).toBe(STYLE);
		expect(page).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
	});
});

it('the policy lets in that style and nothing else', () => {
	const hash = createHash('sha256').update(STYLE).digest('base64');
	expect(HEADERS).toEqual({
		'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
		'X-Frame-Options': 'DENY',
		'X-Content-Type-Options': 'nosniff',
		'X-Robots-Tag': 'noindex, nofollow',
		'Referrer-Policy': 'no-referrer',
		'Cache-Control': 'no-store',
	});
});

it('a question names its incident, leads there, and offers two buttons', () => {
	const page = questionPage(waiting({ until: '2026-04-15T12:10:00.000Z' }));
	expect(page).toContain('<h1>Restart checkout-1?</h1>');
	expect(page).toContain('Incident 1007 · Checkout · critical · triggered');
	expect(page).toContain('<a href="https://example.com/incidents/Q1" rel="noreferrer noopener">');
	expect(page).toContain('Can be answered until 2026-04-15 12:10 UTC.');
	expect(
		[...page.matchAll(/<button class="(\w+)" name="decision" value="(\w+)">(\w+)</g)].map(
			([, ...one]) => one,
		),
	).toEqual([
		['no', 'decline', 'Decline'],
		['yes', 'approve', 'Approve'],
	]);
	// Enter presses the first button of a form.
	expect(/<button[^>]*>/.exec(page)?.[0]).toBe('<button disabled hidden>');
});

it('an incident without an address or with an odd one has no link', () => {
	for (const url of [
		null,
		'',
		'javascript:alert(1)',
		'data:text/html,x',
		'https://',
		'//example.com',
	])
		expect(questionPage(waiting({}, { url }))).not.toContain('<a ');
});

it('an agent says which tool it wants to run with which parameters', () => {
	const tool = { name: 'Restart', parameters: '{\n  "host": "<b>"\n}' };
	const page = questionPage(waiting({ tool }));
	expect(page).toContain('<strong>Restart</strong>');
	expect(page).toContain('<pre tabindex="0">{\n  &quot;host&quot;: &quot;&lt;b&gt;&quot;\n}</pre>');
});

describe('texts', () => {
	const tool = { name: 'Restart', parameters: '{ "host": "a" }' };

	it('the first line is the title, and not more of it than a phone shows', () => {
		expect(titleFrom('  One\r\nTwo')).toBe('One');
		expect(titleFrom(`${'🚨'.repeat(121)}\n`)).toBe(`${'🚨'.repeat(120)}…`);
	});

	it("what n8n's own text makes of parameters is put right, and not said twice", () => {
		const message = readable('Run it\n\nInput:\n[object Object]', tool.parameters);
		expect(message).toBe('Run it\n\nInput:\n{ "host": "a" }');
		expect(textOf(question({ message, tool }), 'LINK')).toBe(
			`${message}\n\nApprove or decline here: LINK`,
		);
		expect(textOf(question({ message: 'Run?', tool }), 'LINK')).toBe(
			'Run?\n\nTool: Restart\nParameters: { "host": "a" }\n\nApprove or decline here: LINK',
		);
		expect(readable('[object Object]', undefined)).toBe('[object Object]');
	});

	it('what is too long for an incident stands whole on the page', () => {
		const long = { name: 'Restart', parameters: `"${'x'.repeat(50_000)}"` };
		const text = textOf(question({ message: 'Run?', tool: long }), 'LINK');
		expect(text.length).toBeLessThan(5_000);
		expect(text).toMatch(/x…\n\nApprove or decline here: LINK$/);
		const message = `Input: ${long.parameters}`;
		const other = textOf(question({ message, tool: long }), 'LINK');
		expect(other.length).toBeLessThan(11_000);
		expect(other).toMatch(/x…\n\nApprove or decline here: LINK$/);
		expect(questionPage(waiting({ tool: long }))).toContain('x'.repeat(50_000));
	});

	it('a note says what was answered', () => {
		expect(noteOf(question(), { approved: true, text: null, by: null })).toBe(
			'Approved (Approve) by link',
		);
		expect(
			noteOf(question({ responseType: 'freeText' }), { approved: null, text: 'Go', by: 'Al' }),
		).toBe('Answered by Al (by link, the name as it was typed): Go');
	});
});
