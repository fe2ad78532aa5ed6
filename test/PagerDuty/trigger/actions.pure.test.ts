import type { INodePropertyOptions } from 'n8n-workflow';

import { PagerDutyIncidentsTrigger } from '../../../nodes/PagerDuty/PagerDutyIncidentsTrigger.node';

it('an event about a type is not called after the incident twice', () => {
	const { properties } = new PagerDutyIncidentsTrigger().description;
	const { options = [] } = properties.find(({ name }) => name === 'events') ?? {};
	const actions = (options as INodePropertyOptions[]).map(({ action }) => action);
	expect(actions).toContain('On incident type changed');
});
