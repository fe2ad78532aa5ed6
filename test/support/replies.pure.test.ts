import { contractOf } from './openapi';
import { inAnyRow } from './openapi-log';

const text = { type: 'string' };
const object = (properties: object, more = {}) => ({ type: 'object', properties, ...more });
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** A reply of each kind that the vendors' files have. */
const contract = contractOf('test.json', {
	servers: [{ url: 'https://api.vendor.example' }],
	paths: {
		'/things/{id}': {
			get: {
				responses: {
					200: { content: { '*/*': { schema: reference('Thing') } } },
					404: { $ref: '#/components/responses/Refusal' },
					'5XX': { $ref: '#/components/responses/Refusal' },
				},
			},
			delete: { responses: { 204: { description: 'gone' } } },
		},
	},
	components: {
		responses: {
			Refusal: {
				content: {
					'application/json': { schema: object({ message: text }, { required: ['message'] }) },
				},
			},
		},
		schemas: {
			Thing: {
				allOf: [
					object(
						{
							id: { type: 'string', readOnly: true },
							secret: { type: 'string', writeOnly: true },
							at: { type: 'string', format: 'date-time' },
							note: { type: 'string', nullable: true },
							state: { type: 'string', enum: ['open', 'closed'] },
							owner: {
								discriminator: {
									propertyName: 'type',
									mapping: {
										user: '#/components/schemas/User',
										team: '#/components/schemas/Team',
									},
								},
								oneOf: [reference('User'), reference('Team')],
							},
							place: { oneOf: [reference('Place'), reference('Team')] },
							closed: object({ known: text }, { additionalProperties: false }),
						},
						{ required: ['id', 'secret'] },
					),
				],
			},
			User: object({ type: text, email: text }, { required: ['email'] }),
			Team: object(
				{ type: text, members: { type: 'array', items: text } },
				{ required: ['type', 'members'] },
			),
			Place: object({ town: text, street: text }, { required: ['town', 'street'] }),
		},
	},
});

const issues = (body: unknown, status = 200, method = 'GET') =>
	contract.replyIssues('/things/{id}', method, { status, body });

it('takes a whole reply: what is write-only is not in it, what is nullable may be null', () => {
	const body = {
		id: 'a',
		at: '2026-04-15T10:00:00+02:00',
		note: null,
		state: 'open',
		owner: { type: 'team', members: ['x'] },
		place: { town: 'Bern', street: 'Gasse' },
	};
	expect(issues(body)).toEqual([]);
});

it.each<[object, string[]]>([
	[{}, ["body must have required property 'id'"]],
	[{ id: 'a', at: 'yesterday' }, ['body /at must match format "date-time"']],
	[{ id: null }, ['body /id must be string']],
	[
		{ id: 'a', state: 'gone' },
		['body /state must be equal to one of the allowed values: open,closed'],
	],
	[{ id: 'a', owner: { type: 'user' } }, ["body /owner must have required property 'email'"]],
	[
		{ id: 'a', owner: { type: 'robot' } },
		['body /owner/type must be equal to one of the allowed values: user,team'],
	],
	[{ id: 'a', owner: {} }, ["body /owner must have required property 'type'"]],
	[{ id: 'a', place: { town: 'Bern', street: 1 } }, ['body /place/street must be string']],
	[{ id: 'a', closed: { other: 1 } }, ['body /closed must NOT have additional properties']],
])('says what is wrong with %j', (body, expected) => {
	expect(issues(body)).toEqual(expected);
});

it('knows what a reply may be by its status', () => {
	expect(issues({ id: 'a' }, 201)).toEqual(['is not documented']);
	expect(issues(undefined)).toEqual(['has no body']);
	expect(issues(undefined, 204, 'DELETE')).toEqual([]);
	expect(issues({}, 204, 'DELETE')).toEqual(['has a body, which is not documented']);
	expect(issues({ message: 1 }, 404)).toEqual(['body /message must be string']);
	expect(issues({}, 503)).toEqual(["body must have required property 'message'"]);
	expect(issues({ anything: 1 }, 429)).toBeUndefined();
});

it('names keys that the file does not know without calling them wrong', () => {
	const body = { id: 'a', extra: 1, owner: { type: 'user', email: 'a', nick: 'b' } };
	expect(issues(body)).toEqual([]);
	expect(contract.unknownReplyKeys('/things/{id}', 'GET', { status: 200, body })).toEqual([
		'/extra',
		'/owner/nick',
	]);
});

it('the same in each row is one difference', () => {
	expect(['/rows/12/name', '/rows/3', 'body /a/0 must be'].map(inAnyRow)).toEqual([
		'/rows/*/name',
		'/rows/*',
		'body /a/* must be',
	]);
});
