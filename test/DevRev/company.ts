import type { Suite } from '../support/suite';

/** IDs of the objects in the sandbox's DevRev organization, by the names that people know. */
export function company(on: Suite) {
	const store = on.sandbox.state('devRev');
	const named = (all: Map<string, { id: string }>, name: string) =>
		[...all.values()].find((one) => Object.values(one).includes(name))?.id ?? `no ${name}`;
	return {
		checkout: named(store.parts, 'Checkout'),
		shop: named(store.parts, 'Shop'),
		anna: named(store.devUsers, 'Anna Schmidt'),
		juergen: named(store.devUsers, 'Jürgen Müßig'),
		region: named(store.tags, 'region'),
		security: named(store.tags, 'security'),
		velo: named(store.accounts, 'Velo Zürich AG'),
		town: named(store.accounts, 'Bike Town'),
		runbook: named(store.articles, 'Checkout runbook'),
		review: named(store.articles, 'Review of March outage'),
		search: named(store.articles, 'Search runbook'),
		file: [...store.artifacts.keys()][0],
		triage: named(store.stages, 'triage'),
		fixing: named(store.stages, 'fixing'),
		resolved: named(store.stages, 'resolved'),
		inDevelopment: named(store.stages, 'in_development'),
		awaiting: named(store.stages, 'awaiting_customer_response'),
		onCall: named(store.groups, 'On-call'),
		workspace: named(store.revOrgs, 'Velo Zürich AG workspace'),
		sprint: store.sprints[0].id,
	};
}
