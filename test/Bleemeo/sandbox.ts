import type { IDataObject } from 'n8n-workflow';

import type { Suite } from '../support/suite';

/** The sandbox's credential with a token that is there already, so that no sign-in is recorded. */
export function withToken(on: Suite, changes: IDataObject = {}) {
	const accessToken = on.sandbox.api('bleemeo').readyToken;
	return {
		credentials: on.credentials({ authentication: 'accessToken', accessToken, ...changes }),
	};
}

/** Headers of every request that n8n makes with that credential. */
export function headersOf(on: Suite) {
	return {
		accept: 'application/json',
		authorization: `Bearer ${on.sandbox.api('bleemeo').readyToken}`,
	};
}

/** IDs of the sandbox's company. */
export function company(on: Suite) {
	const { accounts, agents, metrics, events } = on.sandbox.state('bleemeo');
	const [web, database] = [...agents.values()];
	const metric = [...metrics.values()].find(({ agent }) => agent === web.id);
	const [main, labs] = [...accounts.keys()];
	return { web: web.id, database: database.id, metric: metric?.id ?? '', main, labs, events };
}
