import type { IDataObject } from 'n8n-workflow';

import { Bleemeo } from '../../../nodes/Bleemeo/Bleemeo.node';
import { byId, suite } from '../../support/suite';
import { company, headersOf, withToken } from '../sandbox';

const on = suite('bleemeo', 'bleemeoApi', new Bleemeo());

const get = (id: string, fields: IDataObject = {}) => ({
	resource: 'metric',
	operation: 'get',
	metricId: byId(id),
	...fields,
});
const cpu = () => {
	const metric = on.sandbox.state('bleemeo').metrics.get(company(on).metric);
	if (!metric) throw new TypeError('no metric');
	return metric;
};
const FIELDS =
	'id,label,item,labels_text,agent,service,unit_text,current_status,status_descriptions,deactivated_at';

it('asks for the metric with the fields of the record; the agent is not sent', async () => {
	await on.run(get(cpu().id, { agentId: byId(company(on).web) }), withToken(on));
	expect(on.theRequest()).toEqual({
		method: 'GET',
		path: `/v1/metric/${cpu().id}/`,
		query: { fields: FIELDS },
		headers: headersOf(on),
		body: undefined,
	});
});

it('gives a flat record, with the texts of its status in one', async () => {
	cpu().status_descriptions = ['Wert über 80 %', 'seit 5 Minuten'];
	const { items } = await on.run(get(cpu().id), withToken(on));
	expect(items).toEqual([
		{
			json: {
				id: cpu().id,
				label: 'cpu_used',
				item: '',
				labels_text: '__name__="cpu_used"',
				agent: company(on).web,
				service: null,
				unit_text: '%',
				current_status: 0,
				status_descriptions: 'Wert über 80 %; seit 5 Minuten',
				deactivated_at: null,
			},
			pairedItem: { item: 0 },
		},
	]);
});

it("gives the vendor's own object, with what is asked for, when Simplify is off", async () => {
	const values = [{ name: 'fields', value: 'id,threshold_high_warning,threshold_low_warning' }];
	const options = { extraQueryParameters: { values } };
	const { items } = await on.run(get(cpu().id, { simplify: false, options }), withToken(on));
	expect(on.theRequest().query).toEqual({
		fields: 'id,threshold_high_warning,threshold_low_warning',
	});
	expect(items[0].json).toEqual({
		id: cpu().id,
		threshold_high_warning: 80,
		threshold_low_warning: null,
	});
});

it.each([
	['={{ "" }}', "'Metric' is empty (item 0)"],
	['={{ "cpu_used" }}', `'Metric' is not an ID: "cpu_used" (item 0)`],
])('refuses %s before any request', async (id, message) => {
	const { error } = await on.run(get(id), withToken(on));
	expect(error?.message).toBe(message);
	expect(on.requests()).toHaveLength(0);
});

it('names a metric that is not there', async () => {
	const { error } = await on.run(get('00000000-0000-4000-8000-000000000000'), withToken(on));
	expect(error).toMatchObject({
		httpCode: '404',
		message: "Bleemeo refused 'Get metric' (item 0): Not found.",
	});
	expect(error?.description).toContain('Check the ID');
});
