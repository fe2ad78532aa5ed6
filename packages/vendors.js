'use strict';

/*
 * What the packages for one vendor are called, and what of this tree is for all vendors together only.
 */

/** Who publishes; theirs to confirm, as the same words in package.json. */
const OWNER = 'incident-ops';
/** The package that is worked on. */
const COMBINED = 'n8n-nodes-incident-ops';

/**
 * @typedef {object} VendorPackage
 * @property {string} folder below `nodes` and `test`; in small letters below `test/sandbox`, and the page in `docs`
 * @property {string} name of the package
 * @property {string} description
 * @property {string[]} keywords
 * @property {string} node the display name of the action node
 * @property {string[]} [clients] the vendor's own clients, against which its tests hold the sandbox
 * @property {Record<string, string>} [without] suites that hold for no vendor but others, each with the reason
 * @property {string} [choose] what has to be chosen in the first example
 */

/** @type {VendorPackage[]} */
const VENDORS = [
	{
		folder: 'Bleemeo',
		name: 'n8n-nodes-bleemeo',
		description: 'Raise, follow and close Bleemeo events from n8n: none lost, none doubled',
		keywords: ['bleemeo', 'monitoring', 'incident', 'alerting'],
		node: 'Bleemeo',
		without: {
			'test/host/triggers.e2e.test.ts': 'its triggers keep no subscription',
			'test/host/wait.e2e.test.ts': 'a thread is closed there, and not the event that asked',
			'test/shared/trigger/setup.engine.test.ts': 'its triggers keep no subscription',
		},
	},
	{
		folder: 'DevHelm',
		name: 'n8n-nodes-devhelm',
		description: 'Raise, follow and close DevHelm incidents from n8n: none lost, none doubled',
		keywords: ['devhelm', 'monitoring', 'status-page', 'incident', 'alerting'],
		node: 'DevHelm',
	},
	{
		folder: 'DevRev',
		name: 'n8n-nodes-devrev',
		description: 'Raise, follow and close DevRev incidents from n8n: none lost, none doubled',
		keywords: ['devrev', 'incident', 'on-call', 'alerting'],
		node: 'DevRev',
		clients: ['@devrev/typescript-sdk'],
	},
	{
		folder: 'PagerDuty',
		name: 'n8n-nodes-pagerduty-incidents',
		description: 'Raise, follow and close PagerDuty incidents from n8n: no page lost, none doubled',
		keywords: ['pagerduty', 'incident', 'on-call', 'alerting'],
		node: 'PagerDuty Incidents',
		without: {
			'test/shared/run/create/once.engine.test.ts': 'all of its creates carry a key',
			'test/shared/run/create/withoutKey.engine.test.ts': 'all of its creates carry a key',
		},
		clients: ['@pagerduty/pdjs'],
		choose: 'Choose the service to page in **PagerDuty Incidents**: its *Service* is empty.',
	},
];

/**
 * Files and folders of this tree that no cut tree has, each with the reason. What of `nodes/shared` and of the
 * tests for all vendors is not among them names no vendor; test/contract/cuttable.contract.test.ts holds that.
 * @type {Record<string, string>}
 */
const COMBINED_ONLY = {
	'.github/workflows/wide.yml': 'runs commands that only this tree has',
	packages: 'cuts the trees',
	'test/contract/cuttable.contract.test.ts': 'holds that they can be cut',
	'test/bench':
		'measures one node beside others, PagerDuty being the vendor for which n8n has a node',
	'test/faults/storm-triggers.js':
		'measured with the trigger of one vendor, the code being the same for all',
	'test/faults/trigger-storm.js': 'as above',
	'test/host/wait.long.test.ts':
		'kills n8n, runs it in queue mode, and makes the pictures of a page',
	'test/host/browse.js': 'for that',
	'docs/images/wait-phone.jpg': 'made by that',
	'docs/images/wait-desktop.jpg': 'made by that',
	'test/host/queue-host.js': 'for the storms of triggers',
	'test/host/queue-services.js': 'as above',
	'test/host/queue.js': 'measures queue mode with all vendors',
	'test/host/queue': 'as above',
	'docs/queue.md': 'measured with this package',
	'test/host/listens.js': 'measured over the triggers of all vendors',
	'test/host/sender.js': 'for the storms of triggers',
	'test/host/screenshot.js': "makes the pictures of this package's README",
	'test/host/screenshots.js': "makes the pictures of this package's README",
	'test/host/check-node.js': 'for the checks of older n8n',
	'test/host/version-checks.js': 'what older n8n do with the sign-ins of several vendors',
	'test/host/version-lives.js': 'what older n8n do with nodes of several vendors',
	'test/host/version-waits.js': 'as above',
	'test/host/versions.js': 'as above',
	'test/host/joined-examples.e2e.test.ts': 'examples that join several vendors',
	'examples/mirror-incidents.json': 'joins two vendors',
	'examples/bleemeo-to-pagerduty.json': 'joins two vendors',
	'examples/bleemeo-polled-to-pagerduty.json': 'joins two vendors',
	'examples/devhelm-to-devrev.json': 'joins two vendors',
	'docs/verification.md': 'about all packages',
	'docs/bench.md': 'measured with this package',
	'docs/crash.md': 'measured with this package',
	'docs/images/finished-run.jpg': 'shows all vendors',
};

/** Commands of package.json that want what a cut tree does not have. */
const COMBINED_SCRIPTS = [
	'bench',
	'crash',
	'listens',
	'packages',
	'screenshots',
	'storm:triggers',
	'test:queue',
	'test:versions',
	'test:wait',
];

module.exports = { COMBINED, COMBINED_ONLY, COMBINED_SCRIPTS, OWNER, VENDORS };
