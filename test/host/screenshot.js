'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { ensureCommands, which } = require('./debian');

/** @typedef {import('playwright-core').Page} Page */

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];

/** @param {(line: string) => void} log @returns {Promise<string>} the browser's file */
async function ensureBrowser(log) {
	const found = BROWSERS.map(which).find(Boolean);
	if (found) return found;
	await ensureCommands({
		commands: ['chromium'],
		packages: ['chromium', 'fonts-dejavu-core'],
		purpose: 'Taking screenshots',
		log,
	});
	return /** @type {string} */ (which('chromium'));
}

/** @param {Page} page @param {{ baseUrl: string, email: string, password: string }} host */
async function signIn(page, { baseUrl, email, password }) {
	await page.goto(`${baseUrl}/signin`);
	await page.fill('input[name="emailOrLdapLoginId"]', email);
	await page.fill('input[name="password"]', password);
	await page.click('[data-test-id="form-submit-button"]');
	await page.waitForURL((url) => !url.pathname.startsWith('/signin'));
}

/**
 * Opens n8n's editor in a headless browser, logged in, cut off from the network outside.
 *
 * @template T
 * @param {{ baseUrl: string, email: string, password: string, log?: (line: string) => void, width?: number, height?: number }} host
 * @param {(page: Page) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withEditor(host, work) {
	const { log = console.log, width = 1440, height = 900 } = host;
	const executablePath = await ensureBrowser(log);
	const { chromium } = require('playwright-core');
	const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'incident-ops-browser-'));
	try {
		const context = await chromium.launchPersistentContext(profile, {
			executablePath,
			headless: true,
			viewport: { width, height },
			args: [
				'--headless',
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--disable-dev-shm-usage',
			],
		});
		try {
			await context.route('**/*', async (route) => {
				const url = new URL(route.request().url());
				const allowed = url.hostname === '127.0.0.1' || !url.protocol.startsWith('http');
				await (allowed ? route.continue() : route.abort());
			});
			const page = context.pages()[0] ?? (await context.newPage());
			await signIn(page, host);
			return await work(page);
		} finally {
			await context.close();
		}
	} finally {
		await fs.promises.rm(profile, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** Opens a workflow and waits for its nodes. @param {Page} page @param {string} baseUrl @param {string} workflowId */
async function openWorkflow(page, baseUrl, workflowId) {
	await page.goto(`${baseUrl}/workflow/${workflowId}`);
	await page.locator('[data-test-id="canvas-node"]').first().waitFor();
}

/** Runs the open workflow and waits until every node has its green mark. @param {Page} page */
async function runInCanvas(page) {
	// a sticky note is a node of the canvas, too
	const nodes = await page
		.locator('[data-test-id="canvas-node"]:not(:has([data-test-id="sticky"]))')
		.count();
	await page.locator('[data-test-id="execute-workflow-button"]').click();
	await page
		.locator('[data-test-id="canvas-node-status-mark-success"]')
		.nth(nodes - 1)
		.waitFor();
	// the toast would cover the canvas
	const toast = page.locator('.el-notification');
	await toast.first().waitFor();
	await toast.locator('.el-notification__closeBtn').first().click();
	await toast.first().waitFor({ state: 'detached' });
}

/** Opens a node's form. @param {Page} page @param {string} nodeName */
async function openNode(page, nodeName) {
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${nodeName}"]`).dblclick();
	await page.locator('[data-test-id="ndv"]').waitFor();
}

module.exports = {
	ensureBrowser,
	withEditor,
	openWorkflow,
	runInCanvas,
	openNode,
};
