import type { Page } from '../sandbox/pagerduty/statusPages/types';
import { byId, type Suite } from '../support/suite';

/** The sandbox's first status page, with what its forms choose from. */
export function firstPage(on: Suite) {
	const [page] = on.sandbox.state('pagerDuty').statusPages.values();
	const [incident, maintenance] = page.posts.values();
	return {
		page,
		id: page.page.id,
		incident,
		maintenance,
		status: levelOf(page, 'statuses'),
		severity: levelOf(page, 'severities'),
		impact: levelOf(page, 'impacts'),
		component: page.services[0].id,
	};
}

/** The ID of a level by what it is called, of incidents unless told. */
function levelOf(page: Page, kind: 'statuses' | 'severities' | 'impacts') {
	return (description: string, type = 'incident'): string => {
		const found = page[kind].find(
			(one) => one.description === description && one.post_type === type,
		);
		if (!found) throw new TypeError(`no ${kind} ${description}`);
		return found.id;
	};
}

/** What names a post of that page. */
export function ofPost(on: Suite, postId = firstPage(on).incident.id) {
	return { statusPageId: byId(firstPage(on).id), postId: byId(postId) };
}

/** What a post says, in a form. */
export function saying(on: Suite) {
	const { status, severity } = firstPage(on);
	return {
		message: 'We are looking',
		statusId: byId(status('investigating')),
		severityId: byId(severity('minor')),
	};
}

/** A time to the millisecond, of this minute. */
export const NOW = expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;
