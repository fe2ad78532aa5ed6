import { PagerDutyIncidents } from '../../nodes/PagerDuty/PagerDutyIncidents.node';
import { resources } from '../../nodes/PagerDuty/resources';
import { suite } from '../support/suite';
import { examples } from './everyOperation';

const on = suite('pagerDuty', 'pagerDutyIncidentsApi', new PagerDutyIncidents());

/** All but the Events API, which is another service. */
const OPERATIONS = resources
	.filter(({ value }) => value !== 'event')
	.flatMap(({ value, operations }) =>
		operations.map((operation) => [`${value}/${operation.value}`, operation] as const),
	);
const withRetry = (...classes: string[]) =>
	OPERATIONS.filter(([, { retry }]) => classes.includes(retry));

/** Whose endpoints need a From from a key that belongs to nobody. docs/facts/pagerduty.md#the-from-header. */
const NEED_FROM = [
	...['create', 'update', 'acknowledge', 'resolve', 'reopen', 'reassign', 'escalate', 'snooze'].map(
		(operation) => `incident/${operation}`,
	),
	'incident/merge',
	'incident/sendFromAlert',
	'incident/sendAndWait',
	'note/create',
	'note/update',
	'alert/update',
	'statusUpdate/create',
	'maintenanceWindow/create',
];
/** Of the whole account, or with a refusal of its own: nothing is not found. */
const ABOUT_NOTHING = [
	'incident/getAll',
	'service/getAll',
	'service/create',
	'changeEvent/getAll',
	'escalationPolicy/getAll',
	'team/getAll',
	'priority/getAll',
	'incidentWorkflow/getAll',
	'analytics/getIncidentMetrics',
	'analytics/getResponderMetrics',
	'analytics/getRawIncidents',
	...['incident/getReliabilityMetrics', 'incident/findByReference'],
	...['maintenanceWindow/getAll', 'maintenanceWindow/create'],
	...['schedule/getAll', 'user/getAll', 'user/getMe'],
];
/** Lists that hold nothing for the examples. */
const MAY_BE_EMPTY = [
	'alert/getAll',
	'subscriber/getAll',
	'incident/getPast',
	'incident/getBusinessImpact',
];
/** Empty, with a notice, where the plan does not have them. */
const EMPTY_WITHOUT_PLAN = [
	'incident/getRelated',
	'incident/getPast',
	'team/getAll',
	'priority/getAll',
	'incidentWorkflow/getAll',
];

async function run(name: string, which: 'parameters' | 'missing' = 'parameters', more = {}) {
	const [resource, operation] = name.split('/');
	const { [which]: parameters, credential = {} } = examples(on)[name];
	const credentials = on.credentials(credential);
	return await on.run({ resource, operation, ...parameters }, { credentials, ...more });
}
const refuse = (status: number, message: string, code: number, more = {}) =>
	on.sandbox.fault('pagerDuty', {
		times: Infinity,
		status,
		body: { error: { message, code } },
		...more,
	});
const writes = () => on.requests().filter(({ method }) => method !== 'GET');

it('has an example of every operation', () =>
	expect(Object.keys(examples(on)).sort()).toEqual(OPERATIONS.map(([name]) => name).sort()));

describe('what is not there', () => {
	const named = OPERATIONS.filter(([name]) => !ABOUT_NOTHING.includes(name));

	it.each(named)('is named: %s', async (name, { action }) => {
		const { items, error } = await run(name, 'missing');
		expect(items).toEqual([]);
		expect(error).toMatchObject({ httpCode: '404' });
		expect(error?.message).toContain(`PagerDuty refused '${action}' (item 0): `);
		expect(error?.description).toContain('Check the ID');
	});
});

it.each(OPERATIONS)('says that the key lacks the right: %s', async (name, { action }) => {
	refuse(403, 'Access Denied', 2010);
	const { error } = await run(name);
	expect(error).toMatchObject({
		httpCode: '403',
		message: `PagerDuty refused '${action}' (item 0): Access Denied`,
	});
	expect(error?.description).toContain('The key is valid but lacks the right');
});

it.each(withRetry('idempotent', 'keyed', 'reconcilable', 'once'))(
	'changes nothing with a read-only key: %s',
	async (name) => {
		const { error } = await run(name, 'parameters', {
			credentials: on.credentials({ apiToken: on.sandbox.api('pagerDuty').tokens.readOnlyAccount }),
		});
		expect(error).toMatchObject({ httpCode: '403' });
		expect(error?.description).toContain('not read-only');
		expect(writes().every(({ status }) => status === 403)).toBe(true);
		expect(writes()).toHaveLength(1);
	},
);

describe('a plan without the feature', () => {
	const failing = OPERATIONS.filter(([name]) => !EMPTY_WITHOUT_PLAN.includes(name));

	it.each(failing)('is named: %s', async (name) => {
		refuse(402, 'Account Ability Required', 2014);
		const { error } = await run(name);
		expect(error).toMatchObject({ httpCode: '402' });
		expect(error?.description).toContain(
			'The plan of this PagerDuty account does not include the feature',
		);
	});

	it.each(EMPTY_WITHOUT_PLAN)('leaves the list empty: %s', async (name) => {
		refuse(402, 'Account Ability Required', 2014);
		const { items, error, hints } = await run(name);
		expect({ items, error }).toEqual({ items: [], error: undefined });
		expect(hints).toHaveLength(1);
	});
});

describe('a general access key without From', () => {
	const credentials = () => on.credentials({ from: '' });
	const needing = OPERATIONS.filter(([name]) => NEED_FROM.includes(name));
	const others = OPERATIONS.filter(([name]) => !NEED_FROM.includes(name) && name !== 'user/getMe');

	it.each(needing)('is told so before any request: %s', async (name) => {
		const { error } = await run(name, 'parameters', { credentials: credentials() });
		expect(error?.message).toBe(
			"'From Email' is empty, and a general access API key needs it for this operation (item 0)",
		);
		expect(on.requests()).toHaveLength(0);
	});

	it.each(others)('is enough, and none is sent: %s', async (name) => {
		const { error } = await run(name, 'parameters', { credentials: credentials() });
		expect(error).toBeUndefined();
		expect(on.requests().filter(({ headers }) => headers.from !== undefined)).toEqual([]);
	});
});

describe('without a clear answer', () => {
	const WRITES = ['POST', 'PUT', 'DELETE'];
	/** Spoils the first request that matters: the first write, or the first request of a read, which may be a POST. */
	const spoil = (retry: string, fault: object) => {
		const methods = retry === 'read' ? ['GET', 'POST'] : WRITES;
		for (const method of methods) on.sandbox.fault('pagerDuty', { method, ...fault });
	};
	const again = withRetry('read', 'idempotent', 'keyed', 'reconcilable');
	const unavailable = { status: 503, body: { error: { message: 'Unavailable', code: 2000 } } };

	it.each(again)('it is tried again after a 503: %s', async (name, { retry }) => {
		spoil(retry, unavailable);
		const { error } = await run(name);
		expect(error).toBeUndefined();
		const counted = retry === 'read' ? on.requests() : writes();
		const [first] = counted;
		expect(counted.filter(({ path }) => path === first.path)).toHaveLength(2);
		expect(first.status).toBe(503);
	});

	it.each(again)('it is done once although the answer was lost: %s', async (name, { retry }) => {
		spoil(retry, { drop: 'after' });
		const { items, error } = await run(name);
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThanOrEqual(MAY_BE_EMPTY.includes(name) ? 0 : 1);
	});

	it.each(withRetry('once'))('it is never sent twice: %s', async (name) => {
		spoil('once', unavailable);
		const { error } = await run(name);
		expect(writes()).toHaveLength(1);
		expect(error?.description).toContain('The outcome is unknown');
	});

	it.each(OPERATIONS)('a limit does nothing, and is waited for: %s', async (name, { retry }) => {
		const body = { error: { message: 'Rate Limit Exceeded', code: 2020 } };
		spoil(retry, { status: 429, headers: { 'ratelimit-reset': '0' }, body });
		const { error } = await run(name);
		expect(error).toBeUndefined();
	});
});
