import {
	judgeAway,
	judgeDeliveries,
	judgeKilled,
	judgeLimit,
	judgeProcesses,
	type AwayRow,
	type DeliveriesRow,
	type KilledRow,
	type LimitRow,
} from './judge';

const killed: KilledRow = {
	label: 'Vendor',
	guard: '',
	staysAway: false,
	before: 250,
	said: 'error',
	seconds: 20,
	ranAgain: 0,
	refused: '',
	retrySent: 0,
	by: 'worker-1',
	created: 500,
	lost: 0,
	doubled: 250,
	status: 'success',
};

describe('a killed worker', () => {
	const judge = (changes: Partial<KilledRow>) => judgeKilled({ ...killed, ...changes }, 500);

	it('is right where the new run doubles no more than what was created before', () => {
		expect(judge({})).toEqual([]);
		expect(judge({ said: 'crashed', doubled: 0 })).toEqual([]);
		expect(judge({ doubled: 251 })).toEqual(['Vendor: 251 doubled']);
	});

	it('may double nothing where a key holds the new run back', () =>
		expect(judge({ guard: 'a key', doubled: 1 })).toEqual(['Vendor, a key: 1 doubled']));

	it.each<[string, Partial<KilledRow>]>([
		['not killed half-way: 0 created', { before: 0, doubled: 0 }],
		['not killed half-way: 500 created', { before: 500 }],
		['n8n calls the killed run "success"', { said: 'success' }],
		['n8n ran it again by itself', { ranAgain: 1 }],
		['"Retry" sent 3 creates', { retrySent: 3 }],
		['no worker has run it anew', { by: '' }],
		['the new run ended as "error"', { status: 'error' }],
		['2 lost', { lost: 2 }],
	])('%s', (said, changes) => expect(judge(changes)).toEqual([`Vendor: ${said}`]));
});

const away: AwayRow = {
	service: 'PostgreSQL',
	label: 'Vendor',
	guard: '',
	before: 250,
	state: 'error',
	error: 'PostgreSQL is away',
	at: { created: 300, lost: 200, doubled: 0 },
	then: 'Retry',
	created: 500,
	lost: 0,
	doubled: 300,
	status: 'success',
};

describe('a service that was away', () => {
	const judge = (changes: Partial<AwayRow>) => judgeAway({ ...away, ...changes });

	it('lets a second run double what the first has created, where nothing holds it back', () => {
		expect(judge({})).toEqual([]);
		expect(judge({ doubled: 301 })).toEqual(['PostgreSQL, Vendor: 301 doubled']);
		expect(judge({ guard: 'a key', doubled: 1 })).toEqual(['PostgreSQL, Vendor, a key: 1 doubled']);
	});

	it('may double nothing where one run was enough', () =>
		expect(judge({ then: '-', doubled: 1 })).toEqual(['PostgreSQL, Vendor: 1 doubled']));

	it('notices what one run has doubled', () =>
		expect(judge({ at: { created: 300, lost: 200, doubled: 4 } })).toEqual([
			'PostgreSQL, Vendor: 4 doubled by one run',
		]));

	it('notices what is lost in the end, and a run that does not end well', () =>
		expect(judge({ lost: 1, status: 'running' })).toEqual([
			'PostgreSQL, Vendor: the last run ended as "running"',
			'PostgreSQL, Vendor: 1 lost',
		]));
});

const limit: LimitRow = {
	label: 'Vendor',
	by: ['worker-0', 'worker-1'],
	created: 400,
	lost: 0,
	doubled: 0,
	requests: 410,
	refused: 10,
	met: 2,
	seconds: 25,
	leastSeconds: 20,
	status: 'success',
};

it('under a limit nothing may be lost or doubled', () => {
	expect(judgeLimit(limit)).toEqual([]);
	expect(judgeLimit({ ...limit, lost: 1, doubled: 2, status: 'success, error' })).toEqual([
		'Vendor, worker-0 and worker-1: the runs ended as "success, error"',
		'Vendor, worker-0 and worker-1: 1 lost',
		'Vendor, worker-0 and worker-1: 2 doubled',
	]);
});

it('a limit is met, by no more than what is under way each time', () => {
	expect(judgeLimit({ ...limit, refused: 200 })).toEqual([]);
	expect(judgeLimit({ ...limit, refused: 201 })).toEqual([
		'Vendor, worker-0 and worker-1: 201 refused, with at most 200 under way',
	]);
	expect(judgeLimit({ ...limit, by: ['worker-0'], refused: 101 })).toEqual([
		'Vendor, worker-0: 101 refused, with at most 100 under way',
	]);
	expect(judgeLimit({ ...limit, refused: 0 })).toEqual([
		'Vendor, worker-0 and worker-1: the limit was not met',
	]);
});

it('deliveries are taken by a receiving process, run by workers, answered once, and end with the workflow', () => {
	const row: DeliveriesRow = {
		label: 'Vendor',
		takenBy: 'webhook-0',
		shares: [
			{ role: 'worker-0', runs: 15 },
			{ role: 'worker-1', runs: 25 },
		],
		runs: 40,
		failed: 0,
		created: 20,
		lost: 0,
		doubled: 0,
		left: 0,
		lateStatus: 404,
	};
	expect(judgeDeliveries(row)).toEqual([]);
	const bad = {
		takenBy: 'main',
		runs: 41,
		failed: 1,
		lost: 2,
		doubled: 3,
		left: 1,
		lateStatus: 200,
	};
	expect(judgeDeliveries({ ...row, ...bad })).toEqual([
		'Vendor: the main process took the deliveries',
		'Vendor: workers ran 40 of 41',
		'Vendor: 1 runs failed',
		'Vendor: 2 lost',
		'Vendor: 3 doubled',
		'Vendor: 1 subscriptions left',
		'Vendor: a late delivery is answered with 200',
	]);
});

it('a process may take some memory for the package, and no more', () => {
	expect(judgeProcesses({ role: 'main', rss: 20 * 1024 * 1024 })).toEqual([]);
	expect(judgeProcesses({ role: 'main', rss: 80 * 1024 * 1024 })).toEqual([
		'main: 80 MiB more than without the package',
	]);
});
