import { decide, endedBy } from '../../../nodes/shared/wait/decide';
import { waitingIn, type Question } from '../../../nodes/shared/wait/question';
import { question } from './asked';

const now = new Date('2026-04-15T12:00:00Z');
const { key } = question();

const visit = (body: unknown, more: object = {}) => ({
	method: 'POST',
	query: { key },
	body,
	...more,
});
const APPROVE = { decision: 'approve' };

it.each<[string, object, string]>([
	['a GET', { method: 'GET' }, 'page'],
	['a HEAD', { method: 'HEAD' }, 'page'],
	['any other method', { method: 'PUT' }, 'page'],
	['no query', { query: undefined }, 'strange'],
	['a query that is a list', { query: [key] }, 'strange'],
	['an empty key', { query: { key: '' } }, 'strange'],
	['two keys', { query: { key: [key, key] } }, 'strange'],
	['a key by inheritance', { query: Object.create({ key }) as object }, 'strange'],
	['the key of another round', { query: { key: `${key}0` } }, 'gone'],
])('%s decides nothing, whatever it brings', (_, more, kind) => {
	expect(decide(visit(APPROVE, more), question(), now)).toEqual({ kind });
});

it.each([
	undefined,
	null,
	'decision=approve',
	[APPROVE],
	{},
	{ decision: true },
	{ decision: ['approve'] },
	{ decision: 'Approve' },
	{ decision: ' approve' },
	{ approved: 'true' },
	Object.create(APPROVE) as object,
])('%j is no answer', (body) => {
	expect(decide(visit(body), question(), now)).toEqual({
		kind: 'page',
		complaint: 'Please choose one of the two buttons',
	});
});

it.each([
	[{ ...APPROVE, text: {} }, 'Fields that are no text were sent'],
	[{ ...APPROVE, name: ['Anna'] }, 'Fields that are no text were sent'],
	[{ ...APPROVE, text: 'x'.repeat(10_001) }, 'The text is longer than 10,000 characters'],
	[{ ...APPROVE, name: '🚨'.repeat(201) }, 'The name is longer than 200 characters'],
])('refuses what is odd: %#', (body, complaint) => {
	expect(decide(visit(body), question(), now)).toEqual({ kind: 'page', complaint });
});

it.each([
	['approve', true],
	['decline', false],
])('takes %s', (decision, approved) => {
	const given = { decision, text: '🚨'.repeat(10_000), name: ' ' };
	expect(decide(visit(given), question(), now)).toEqual({
		kind: 'answer',
		answer: {
			outcome: 'answered',
			approved,
			text: given.text,
			chatInput: given.text,
			by: null,
			via: 'link',
			respondedAt: '2026-04-15T12:00:00.000Z',
		},
	});
});

it('asks for a text where one is wanted, and takes no decision then', () => {
	const asked = question({ responseType: 'freeText' });
	expect(decide(visit({ ...APPROVE, text: '  ' }), asked, now)).toEqual({
		kind: 'page',
		complaint: 'Please write an answer',
	});
	const given = decide(visit({ ...APPROVE, text: 'yes' }), asked, now);
	expect(given).toMatchObject({ kind: 'answer', answer: { approved: null, text: 'yes' } });
});

it.each<[Question['continueWhen'], string]>([
	['answered', 'notAsked'],
	['resolved', 'look'],
	['acknowledged', 'look'],
])('looks at the incident only where that counts: %s', (continueWhen, kind) => {
	const asked = question({ continueWhen });
	expect(decide(visit({ ...APPROVE, look: '' }), asked, now)).toEqual({ kind });
});

it.each<[Question['continueWhen'], unknown, string | undefined]>([
	['answered', 'acknowledged', undefined],
	['answered', 'resolved', undefined],
	['resolved', 'triggered', undefined],
	['resolved', 'acknowledged', undefined],
	['resolved', 'resolved', 'resolved'],
	['acknowledged', 'triggered', undefined],
	['acknowledged', 'acknowledged', 'acknowledged'],
	['acknowledged', 'resolved', 'resolved'],
	['acknowledged', null, undefined],
])('"%s" and an incident that is %s', (continueWhen, status, outcome) => {
	const ended = endedBy({ status, actor: { name: 'Anna' } }, question({ continueWhen }), now);
	expect(ended).toEqual(
		outcome && {
			outcome,
			approved: null,
			text: null,
			chatInput: `The incident was ${outcome}, but nobody has approved this.`,
			by: 'Anna',
			via: 'vendor',
			respondedAt: '2026-04-15T12:00:00.000Z',
		},
	);
});

it.each([
	undefined,
	null,
	'text',
	{},
	{ data: {}, incident: {}, question: {} },
	{ question: question() },
])('%j is not what a wait is kept with', (json) => expect(waitingIn(json)).toBeUndefined());
