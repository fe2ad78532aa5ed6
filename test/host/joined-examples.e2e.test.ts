import { atBleemeo, ownToken } from '../Bleemeo/pastN8n';
import { atDevHelm } from '../DevHelm/pastN8n';
import { atPagerDuty } from '../PagerDuty/pastN8n';
import { publishing } from './published';
import { until } from './rest-session';

const on = publishing();

const copiesOf = (key: string) =>
	[...on.sandbox.state('pagerDuty').incidents.values()].filter(
		({ incident_key }) => incident_key === key,
	);

it('DevHelm: an outage becomes a DevRev incident, a degradation does not', async () => {
	const workflow = await on.publish('devhelm-to-devrev');
	await atDevHelm(on.sandbox, '/incidents', { title: 'Slow', severity: 'DEGRADED' });
	await atDevHelm(on.sandbox, '/incidents', { title: 'Shop is down', severity: 'DOWN' });
	await on.finished(workflow, 1);
	await on.sandbox.api('devHelm').deliveries.idle();
	const titles = [...on.sandbox.state('devRev').incidents.values()].map(({ title }) => title);
	expect(titles.filter((title) => ['Slow', 'Shop is down'].includes(title))).toEqual([
		'Shop is down',
	]);
}, 120_000);

it('Bleemeo: an alarm pages, and its end resolves the alert', async () => {
	const { amend, path } = ownToken();
	const workflow = await on.publish('bleemeo-to-pagerduty', amend);
	on.sandbox.state('bleemeo').webhookUrls.add(on.urlOf(workflow, path));
	const [event] = on.sandbox.state('bleemeo').events.values();
	const alarm = { ...event, metric: crypto.randomUUID(), status: 2, title: 'Disk is full' };
	on.sandbox.api('bleemeo').announce(alarm);
	await on.finished(workflow, 1);
	on.sandbox.api('bleemeo').announce({ ...alarm, id: crypto.randomUUID(), status: 0 });
	await on.finished(workflow, 2);
	expect(
		on.sandbox.state('pagerDuty').events.accepted.map(({ action, effect, key }) => ({
			action,
			effect,
			key,
		})),
	).toEqual([
		{ action: 'trigger', effect: 'opened', key: `bleemeo-${alarm.metric}` },
		{ action: 'resolve', effect: 'changed', key: `bleemeo-${alarm.metric}` },
	]);
}, 120_000);

it('Bleemeo, polled: a critical event becomes a PagerDuty incident, a warning does not', async () => {
	const workflow = await on.publish('bleemeo-polled-to-pagerduty');
	for (const [title, status] of [
		['Disk is filling', 1],
		['Disk is full', 2],
	]) {
		await atBleemeo(on.sandbox, 'event', { title, status });
	}
	// n8n polls once a minute at most.
	await on.finished(workflow, 1);
	const titles = [...on.sandbox.state('pagerDuty').incidents.values()].map(({ title }) => title);
	expect(titles.filter((title) => title.startsWith('Disk'))).toEqual(['Disk is full']);
}, 180_000);

it('mirror: what opens at DevHelm opens at PagerDuty, and closing either closes both', async () => {
	const workflow = await on.publish('mirror-incidents');
	const open = async (title: string) => {
		const { data } = await atDevHelm(on.sandbox, '/incidents', { title, severity: 'DOWN' });
		const { id } = data.incident as { id: string };
		const copy = await until('the copy', async () => copiesOf(id)[0]);
		expect(copy).toMatchObject({ title, status: 'triggered', service: { id: 'PH38B7P' } });
		return { id, copy };
	};
	const statuses = () => ({
		devHelm: [first, second].map(({ id }) => on.sandbox.state('devHelm').incidents.get(id)?.status),
		pagerDuty: [first, second].map(({ copy }) => copy.status),
	});
	const first = await open('Closed at DevHelm');
	const second = await open('Closed at PagerDuty');
	await on.finished(workflow, 2);

	await atDevHelm(on.sandbox, `/incidents/${first.id}/resolve`, {});
	await until('the copy is resolved', async () => first.copy.status === 'resolved' || undefined);
	expect(statuses()).toMatchObject({ pagerDuty: ['resolved', 'triggered'] });

	await atPagerDuty(on.sandbox, 'PUT', `/incidents/${second.copy.id}`, {
		incident: { type: 'incident_reference', status: 'resolved' },
	});
	await until(
		'the original is resolved',
		async () => statuses().devHelm.every((status) => status === 'RESOLVED') || undefined,
	);
	expect(statuses()).toEqual({
		devHelm: ['RESOLVED', 'RESOLVED'],
		pagerDuty: ['resolved', 'resolved'],
	});
	// Two opened; for each, one end tells the workflow and the other echoes.
	await on.finished(workflow, 6);
	expect([...on.sandbox.state('devHelm').incidents.values()].filter(isOurs)).toHaveLength(2);
	expect([first, second].map(({ id }) => copiesOf(id).length)).toEqual([1, 1]);
}, 180_000);

const isOurs = ({ title }: { title?: string | null }) => /^Closed at/.test(title ?? '');
