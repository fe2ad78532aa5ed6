'use strict';

const { demand, PACKAGE, runNode } = require('./check-node');
const { until } = require('./rest-session');
const { readBackCreated } = require('./read-back');
const { fillIn } = require('./examples');
const { LIFE_CHECKS, quietLog } = require('./version-lives');
const { WAIT_CHECKS } = require('./version-waits');
const manifest = require('../../package.json');
const firstIncidents = require('../../examples/first-incidents.json');

/**
 * @typedef {object} Place
 * @property {import('./host').Host} host
 * @property {any} sandbox in this process, so that its state can be read
 */

/**
 * What a check saw, in a few words, and the shape of what was put out, which is the same on every n8n.
 * @typedef {{ said?: string, shape?: object }} Seen
 */

/** `run` throws what is wrong. @typedef {{ name: string, run: (place: Place) => Promise<Seen | string | void> }} Check */

const CREATE = {
	type: 'pagerDutyIncidents',
	credential: 'pagerDutyIncidentsApi',
	parameters: {
		resource: 'incident',
		operation: 'create',
		title: '={{ $json.title }}',
		serviceId: { __rl: true, mode: 'id', value: 'PH38B7P' },
	},
	items: [{ title: 'First' }, { title: '', message: 'of the alert' }, { title: 'Third' }],
};

const TEXT = /^'Title' is empty \(item 1, counted from 0\)/;

/** @param {Place} place */
async function loaded({ host }) {
	const names = (/** @type {any[]} */ all) => new Set(all.map(({ name }) => name));
	const nodes = names(await host.rest.nodeTypes());
	const credentials = names(await host.rest.credentialTypes());
	const base = (/** @type {string} */ file) =>
		/** @type {string} */ (file.split('/').pop()).split('.')[0];
	const first = (/** @type {string} */ text) => text[0].toLowerCase() + text.slice(1);
	const missing = [
		...manifest.n8n.nodes.map(base).filter((one) => !nodes.has(`${PACKAGE}.${first(one)}`)),
		...manifest.n8n.credentials.map(base).filter((one) => !credentials.has(first(one))),
	];
	demand(!missing.length, 'every node and credential is there', missing);
}

/** One action of each vendor. @param {Place} place */
async function creates({ host, sandbox }) {
	const json = structuredClone(firstIncidents);
	await fillIn(host.rest, json, sandbox.credentials);
	const workflow = await host.rest.createWorkflow(json);
	const execution = await host.rest.runToEnd(workflow.id, 'Start');
	const { credentials } = sandbox;
	const created = await readBackCreated({ workflow, execution, credentials, packageName: PACKAGE });
	const seen = created.map(({ vendor, readBack, problem }) => `${vendor} ${readBack} ${problem}`);
	demand(created.length === 4 && created.every(({ readBack }) => readBack), 'four are made', seen);
}

/** @param {Place} place */
async function errorBranch(place) {
	const { execution } = await runNode(place, {
		...CREATE,
		more: { onError: 'continueErrorOutput' },
	});
	const [done, failed] = execution.nodes.Ours.items;
	const titles = done.map(({ json }) => json.title);
	demand(
		titles.join() === 'First,Third',
		'the two that were made leave by the success branch',
		done,
	);
	const json = failed?.[0]?.json;
	demand(failed?.length === 1, 'the one without a title leaves by the error branch', failed);
	demand(json.title === '' && json.message === 'of the alert', 'it has its input', json);
	demand(TEXT.test(json.error) && json.details?.kind === 'input', 'it has text and details', json);
}

/** @param {Place} place */
async function regularOutput(place) {
	const more = { onError: 'continueRegularOutput' };
	const { execution } = await runNode(place, { ...CREATE, more });
	const seen = execution.nodes.Ours.items[0].map(({ json }) => json.title ?? json.error);
	demand(seen.length === 3 && TEXT.test(seen[1]), 'one item for each input, in order', seen);
}

/** The failed item comes first, where n8n looks for a reason to run the node again. @param {Place} place */
async function retryOnFail(place) {
	const { sandbox } = place;
	sandbox.clearRequests();
	const { execution } = await runNode(place, {
		...CREATE,
		items: [{ title: '' }, { title: 'Second' }],
		more: { onError: 'continueErrorOutput', retryOnFail: true, waitBetweenTries: 1 },
	});
	const [done, failed] = execution.nodes.Ours.items;
	demand(done.length === 1 && failed?.length === 1, 'one on each branch', [done, failed]);
	const sent = sandbox
		.requests('pagerDuty')
		.filter((/** @type {any} */ one) => one.method === 'POST');
	demand(sent.length === 1, 'nothing is sent twice', sent.length);
}

/** Runs, lets the token end, runs again. @param {Place} place @param {'bleemeo' | 'pagerDuty'} vendor @param {any} node @param {() => void} end */
async function renewed(place, vendor, node, end) {
	const { sandbox } = place;
	const { execution, again } = await runNode(place, node);
	demand(execution.status === 'success', 'the first run goes well', execution.error?.message);
	end();
	sandbox.clearRequests();
	const second = await again();
	const seen = sandbox.requests(vendor).map((/** @type {any} */ one) => one.status);
	demand(second.status === 'success', '401, new token, 200', [
		seen,
		second.error?.message,
		second.error?.description,
	]);
	// n8n before 2.11 is asked again so that it notices the 401: one request more
	demand(/^401,(401,)?200,200$/.test(seen.join()), '401, new token, 200', seen);
	return seen.join(', ');
}

/** @param {Place} place */
async function bleemeoToken(place) {
	const parameters = { resource: 'event', operation: 'getAll', limit: 1 };
	const node = { type: 'bleemeo', credential: 'bleemeoApi', parameters };
	return await renewed(place, 'bleemeo', node, () => place.sandbox.api('bleemeo').expireTokens());
}

/** @param {Place} place */
async function pagerDutyToken(place) {
	const parameters = {
		authentication: 'oAuth2',
		resource: 'service',
		operation: 'getAll',
		limit: 1,
	};
	const credential = 'pagerDutyIncidentsOAuth2Api';
	return await renewed(place, 'pagerDuty', { type: CREATE.type, credential, parameters }, () => {
		const { tokens, clock } = place.sandbox.state('pagerDuty');
		for (const token of tokens.values()) {
			if (token.expiresAt !== undefined) token.expiresAt = clock.now() - 1;
		}
	});
}

/** A password that is a word of the sentence about it. @param {Place} place */
async function plainWords(place) {
	const { host, sandbox } = place;
	const data = { ...sandbox.credentials.bleemeoApi, password: 'wrong' };
	const parameters = { resource: 'event', operation: 'getAll', limit: 1 };
	const { execution } = await runNode(place, {
		type: 'bleemeo',
		credential: 'bleemeoApi',
		parameters,
		data,
	});
	const { message = '', description = '' } = execution.error ?? {};
	const run = `${message} ${description}`;
	const credential = await host.rest.createCredential('Check wrong', 'bleemeoApi', data);
	const { status, message: tested } = await host.rest.testCredential(credential, data);
	demand(/did not accept the sign-in/.test(message), 'a run says that it is the sign-in', run);
	demand(/password/i.test(run) && !run.includes('[hidden]'), 'a run says what is wrong', run);
	demand(status === 'Error' && /password/i.test(tested), 'so does the credential test', tested);
	demand(!tested.includes('[hidden]'), 'so does the credential test', tested);
}

/** @param {Place} place @param {object} data */
async function triggerWorkflow({ host }, data) {
	const { id, name } = await host.rest.createCredential('Check trigger', 'devRevApi', data);
	return await host.rest.createWorkflow({
		name: 'Check trigger',
		nodes: [
			{
				name: 'Trigger',
				type: `${PACKAGE}.devRevTrigger`,
				parameters: { events: ['incident_created'] },
				credentials: { devRevApi: { id, name } },
			},
			{ name: 'After', type: 'n8n-nodes-base.noOp' },
		],
		connections: { Trigger: { main: [[{ node: 'After', type: 'main', index: 0 }]] } },
	});
}

/** @param {any} sandbox @param {string} title */
async function happen(sandbox, title) {
	const { accessToken } = sandbox.credentials.devRevApi;
	const { status } = await fetch(`${sandbox.url('devRev')}/incidents.create`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${accessToken}`,
			'x-devrev-scope': 'beta',
			'content-type': 'application/json',
		},
		body: JSON.stringify({ title }),
	});
	demand(status === 201, 'the vendor makes an incident', status);
}

/** @param {Place} place */
async function trigger(place) {
	const { host, sandbox } = place;
	const workflow = await triggerWorkflow(place, sandbox.credentials.devRevApi);
	await host.rest.activate(workflow.id);
	const all = () => [...sandbox.state('devRev').webhooks.all.values()];
	await until('an active subscription', async () =>
		all().some(({ status }) => status === 'active') ? true : undefined,
	);
	await happen(sandbox, 'Told');
	const [run] = await host.rest.finishedExecutions(workflow.id, 1);
	const [item] = run.nodes.After?.items[0] ?? [];
	demand(run.status === 'success' && item?.json.title === 'Told', 'the run has the event', item);
	await host.rest.deactivate(workflow.id);
	await until('no subscription', async () => (all().length ? undefined : true));
}

/** What a person reads who publishes with a wrong token. @param {Place} place */
async function refusedTrigger(place) {
	const { host, sandbox } = place;
	const data = { ...sandbox.credentials.devRevApi, accessToken: 'a-wrong-token' };
	const workflow = await triggerWorkflow(place, data);
	const said = await host.rest.activate(workflow.id, { allowFailure: true }).then(
		({ triggers }) => triggers.map(({ errorMessage }) => errorMessage).join(' '),
		(/** @type {any} */ error) => String(error.body?.message ?? error.message),
	);
	demand(/token/i.test(said) && !said.includes('a-wrong-token'), 'it names the token', said);
	return said;
}

/** @type {Check[]} */
const CHECKS = [
	{ name: 'package loaded', run: loaded },
	{ name: 'quiet log', run: quietLog },
	{ name: 'create, 4 vendors', run: creates },
	{ name: 'I1 error branch', run: errorBranch },
	{ name: 'I1 regular output', run: regularOutput },
	{ name: 'I1 Retry On Fail', run: retryOnFail },
	{ name: 'I2 Bleemeo token', run: bleemeoToken },
	{ name: 'I2 PagerDuty token', run: pagerDutyToken },
	{ name: 'I7 plain words', run: plainWords },
	{ name: 'I7 refused trigger', run: refusedTrigger },
	{ name: 'trigger', run: trigger },
	...LIFE_CHECKS,
	...WAIT_CHECKS,
];

module.exports = { CHECKS };
