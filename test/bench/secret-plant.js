'use strict';

const { randomBytes } = require('node:crypto');
const { createNode, vendorCases } = require('./crash-vendors');

/** @typedef {import('./setup').Bench} Bench */
/** @typedef {import('./crash-vendors').VendorCase} VendorCase */

/**
 * @typedef {object} Planted
 * @property {VendorCase} vendorCase
 * @property {object} [parameters] more of the form
 * @property {string} path of the request that is spoiled
 * @property {() => string[]} secrets what a request to this path carries at present
 * @property {() => string[]} [unsaid] further secrets, which no answer repeats
 * @property {() => void} [before] brings about that the request is made
 */

/** With every character that some encoding writes otherwise. @param {string} label */
const secretWord = (label) => `${label}+Pl/anted>7?~8&${randomBytes(9).toString('hex')}`;

/**
 * Gives each vendor a secret that is found nowhere else, and n8n the credentials for it.
 *
 * @param {Bench} bench
 * @returns {Promise<Planted[]>}
 */
async function plant(bench) {
	const { host, sandbox } = bench;
	const pagerDuty = sandbox.state('pagerDuty');
	const devHelm = sandbox.state('devHelm');
	const devRev = sandbox.state('devRev');
	const bleemeo = sandbox.state('bleemeo');
	const { credentials } = sandbox;
	const token = secretWord('pd');
	const appSecret = secretWord('oa');
	const key = secretWord('dh');
	const personal = secretWord('dr');
	const password = secretWord('bl');

	pagerDuty.tokens.set(token, { kind: 'account' });
	for (const app of pagerDuty.identity.apps.values()) app.secret = appSecret;
	for (const known of [...devHelm.keys.values()].slice(0, 1)) devHelm.keys.set(key, known);
	for (const user of [...devRev.tokens.values()].slice(0, 1)) devRev.tokens.set(personal, user);
	const user = bleemeo.users.get(String(credentials.bleemeoApi.email));
	if (user) user.password = password;

	const data = {
		pagerDutyIncidentsApi: { ...credentials.pagerDutyIncidentsApi, apiToken: token },
		pagerDutyIncidentsOAuth2Api: {
			...credentials.pagerDutyIncidentsOAuth2Api,
			clientSecret: appSecret,
		},
		devHelmApi: { ...credentials.devHelmApi, apiKey: key },
		devRevApi: { ...credentials.devRevApi, accessToken: personal },
		bleemeoApi: { ...credentials.bleemeoApi, password },
	};
	for (const [type, one] of Object.entries(data)) {
		bench.credentials[type] = await host.rest.createCredential(`Planted ${type}`, type, one);
	}

	const cases = vendorCases(bench);
	const of = (/** @type {string} */ vendor) =>
		/** @type {VendorCase} */ (cases.find((one) => one.vendor === vendor));
	/** The one that the last request carried: credential tests are given tokens of their own. @param {VendorCase} vendorCase */
	const carried = ({ vendor, path }) => {
		const sent = sandbox.requests(vendor).filter((one) => one.path === path);
		return sent.slice(-1).map(({ headers }) => headers.authorization.replace('Bearer ', ''));
	};
	const oAuth2 = {
		...of('pagerDuty'),
		label: 'PagerDuty, OAuth2',
		credential: 'pagerDutyIncidentsOAuth2Api',
	};
	const end = () => {
		for (const one of pagerDuty.tokens.values()) if (one.expiresAt !== undefined) one.expiresAt = 0;
	};
	const byOAuth2 = { vendorCase: oAuth2, parameters: { authentication: 'oAuth2' } };
	return [
		{ vendorCase: of('pagerDuty'), path: of('pagerDuty').path, secrets: () => [token] },
		{ vendorCase: of('devHelm'), path: of('devHelm').path, secrets: () => [key] },
		{ vendorCase: of('devRev'), path: of('devRev').path, secrets: () => [personal] },
		{
			vendorCase: of('bleemeo'),
			path: of('bleemeo').path,
			secrets: () => carried(of('bleemeo')),
			unsaid: () => [...bleemeo.refreshTokens.keys()],
		},
		{
			vendorCase: { ...of('bleemeo'), label: 'Bleemeo, its token service' },
			path: '/o/token/',
			secrets: () => [password],
			before: () => sandbox.api('bleemeo').expireTokens(),
		},
		{ ...byOAuth2, path: oAuth2.path, secrets: () => carried(oAuth2) },
		{
			...byOAuth2,
			vendorCase: { ...oAuth2, label: "PagerDuty, OAuth2's token service" },
			path: '/oauth/token',
			secrets: () => [appSecret],
			before: end,
		},
	];
}

/** @param {Bench} bench @param {Planted} planted @param {string} onError */
function nodeOf(bench, { vendorCase, parameters }, onError) {
	const node = createNode(bench, vendorCase, parameters);
	return { ...node, onError };
}

module.exports = { plant, nodeOf };
