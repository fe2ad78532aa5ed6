import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import { FormIssue } from '../../shared/ground/failures';
import { checkHost } from '../../shared/ground/host';
import { asText } from '../../shared/ground/values';
import { deedOf, setupError } from '../../shared/trigger/failure';
import { formReader } from '../../shared/trigger/form';
import { checkReachable } from '../../shared/trigger/reachable';
import { isTestSystem } from '../../shared/wire/vendor';
import { bleemeo } from '../api/profile';
import { eventFilter } from '../form/eventFilters';
import { form } from './form';
import { readToken } from './token';

/**
 * Checks that the trigger can work before it is published: there is nothing to register, because
 * Bleemeo documents no API for its webhooks (docs/facts/bleemeo.md#webhooks).
 * @returns true
 * @throws NodeOperationError that says what to do
 */
export async function checkSetup(context: IHookFunctions): Promise<boolean> {
	checkHost(context.getNode());
	const failure = await check(context).then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	if (failure === undefined) return true;
	throw setupError(context, failure, bleemeo, { action: deedOf(context), properties: form });
}

async function check(context: IHookFunctions): Promise<void> {
	const parameters = formReader(context, form);
	readToken(parameters);
	eventFilter(parameters);
	const options = parameters.group('options');
	const { type, label } = bleemeo.credential;
	const credential = await context.getCredentials<IDataObject>(type).catch(() => undefined);
	checkReachable(context.getNodeWebhookUrl('default') ?? '', bleemeo.name, {
		isPrivateFine: options.boolean('allowPrivateAddress'),
		isTestSystem: credential && isTestSystem(asText(credential.baseUrl) ?? ''),
	});
	if (!options.boolean('addNames')) return;
	if (!credential) {
		throw new FormIssue(
			`'Add Names' looks names up at Bleemeo, and no credential '${label}' is chosen`,
			`Choose a credential '${label}' at the top of the node, or remove 'Add Names' under 'Options'.`,
		);
	}
	bleemeo.connect(credential);
}
