'use strict';

const { ensureBrowser } = require('./screenshot');

/** @typedef {import('playwright-core').Page} Page */

/**
 * Opens a page as a person's browser does, on a phone or on a desk.
 *
 * @template T
 * @param {{ url: string, width: number, height: number, colorScheme: 'light' | 'dark' }} wanted
 * @param {(page: Page) => Promise<T>} work
 * @returns {Promise<{ result: T, complaints: string[] }>} with what the browser has complained about, such as a style that the page forbids
 */
async function browse({ url, width, height, colorScheme }, work) {
	const executablePath = await ensureBrowser(() => {});
	const { chromium } = require('playwright-core');
	const browser = await chromium.launch({
		executablePath,
		args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
	});
	try {
		const context = await browser.newContext({ viewport: { width, height }, colorScheme });
		const page = await context.newPage();
		/** @type {string[]} */
		const complaints = [];
		page.on('console', (message) => complaints.push(message.text()));
		page.on('pageerror', (error) => complaints.push(error.message));
		await page.goto(url);
		return { result: await work(page), complaints };
	} finally {
		await browser.close();
	}
}

module.exports = { browse };
