import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import { explain } from '../../shared/explain';
import { FormIssue } from '../../shared/issues';
import { nodeError } from '../../shared/outcome';
import { formReader } from '../../shared/trigger/form';
import { bleemeo } from '../api';
import { eventFilter } from '../eventFilters';
import { form } from './form';
import { readToken } from './token';

/**
 * Checks that the trigger can work before it is published: there is nothing to register, because
 * Bleemeo documents no API for its webhooks (sheet bleemeo, section 11).
 * @returns true
 * @throws NodeOperationError that says what to do
 */
export async function checkSetup(context: IHookFunctions): Promise<boolean> {
	const failure = await check(context).then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	if (failure === undefined) return true;
	const said = explain(failure, bleemeo, { action: 'Check the webhook', properties: form });
	throw nodeError(context.getNode(), failure, said);
}

async function check(context: IHookFunctions): Promise<void> {
	const parameters = formReader(context, form);
	readToken(parameters);
	eventFilter(parameters);
	if (!parameters.group('options').boolean('addNames')) return;
	const { type, label } = bleemeo.credential;
	const credential = await context.getCredentials<IDataObject>(type).catch(() => undefined);
	if (!credential) {
		throw new FormIssue(
			`'Add Names' looks names up at Bleemeo, and no credential '${label}' is chosen`,
			`Choose a credential '${label}' at the top of the node, or remove 'Add Names' under 'Options'.`,
		);
	}
	bleemeo.connect(credential);
}
