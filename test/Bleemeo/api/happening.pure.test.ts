import type { IDataObject } from 'n8n-workflow';

import { deliveryIdOf, happeningOf } from '../../../nodes/Bleemeo/api/happening';
import { toIncidentRecord } from '../../../nodes/Bleemeo/api/record';

/** What a webhook sends at the end of a problem. docs/facts/bleemeo.md#webhooks. */
const EVENT = {
	id: 'b38c1f6e-52a4-4b1e-9d0f-7c6a2e51d90b',
	account: '0a5b1c9e-0000-4000-8000-000000000001',
	agent: '2489e9ad-2ee2-4e00-8ec9-32d5f69181c0',
	metric: '7d1c0f3a-9b5e-4c2d-8f60-1a2b3c4d5e6f',
	status: 0,
	status_text: 'ok',
	text: 'Current value: 12.3 %',
	title: 'web-1 - cpu_used is OK',
	status_changed_at: '2026-04-15T11:59:00Z',
	previous_status_changed_at: '2026-04-15T11:30:00Z',
	number_status_change_last_hour: 2,
	has_been_notified: false,
	created_at: '2026-04-15T12:00:00.123456Z',
	created_by: null,
	modified_at: '2026-04-15T12:00:30.654321Z',
	modified_by: null,
	happened_at: '2026-04-15T11:59:30Z',
};

it('tells all that an event says', () => {
	expect(happeningOf(EVENT)).toEqual({
		record: toIncidentRecord(EVENT),
		text: 'Current value: 12.3 %',
		eventType: 'status.ok',
		eventTime: '2026-04-15T11:59:30Z',
		deliveryId: EVENT.id,
		event: EVENT,
		more: {
			agentId: EVENT.agent,
			agentName: null,
			metricId: EVENT.metric,
			metricName: null,
			threadId: null,
		},
	});
});

it('keeps the thread, and the names that are there', () => {
	const { record, more } = happeningOf({
		...EVENT,
		agent: { id: EVENT.agent, display_name: 'web-1' },
		metric: { id: EVENT.metric, label: 'cpu_used' },
		thread_id: 'c4f1d5a0-0000-4000-8000-00000000000a',
	});
	expect(record.service).toBe('web-1');
	expect(more).toEqual({
		agentId: EVENT.agent,
		agentName: 'web-1',
		metricId: EVENT.metric,
		metricName: 'cpu_used',
		threadId: 'c4f1d5a0-0000-4000-8000-00000000000a',
	});
});

it.each<[IDataObject, string | undefined]>([
	[{ status: 0 }, 'status.ok'],
	[{ status: 1 }, 'status.warning'],
	[{ status: 2 }, 'status.critical'],
	[{ status: 3 }, 'status.unknown'],
	[{ status: 10 }, 'status.info'],
	[{ status: '2' }, 'status.critical'],
	[{ status: 4, status_text: 'Purple' }, 'status.purple'],
	[{ status: 4 }, 'status.4'],
	[{ status: null, status_text: 'Purple' }, 'status.purple'],
	[{ status: null }, undefined],
	[{ status: {} }, undefined],
	[{}, undefined],
])('%j is of the type %p', (event, type) => {
	expect(happeningOf(event).eventType).toBe(type);
});

it.each<[IDataObject, string | undefined]>([
	[{ ...EVENT, happened_at: null }, EVENT.status_changed_at],
	[{ created_at: EVENT.created_at }, EVENT.created_at],
	[{}, undefined],
])('without the time of the happening it takes the next best', (event, time) => {
	expect(happeningOf(event).eventTime).toBe(time);
});

it('survives an empty object', () => {
	expect(happeningOf({})).toEqual({
		record: toIncidentRecord({}),
		event: {},
		more: { agentId: null, agentName: null, metricId: null, metricName: null, threadId: null },
	});
});

describe('the ID of a delivery', () => {
	const idOf = (event: IDataObject, raw = JSON.stringify(event)) =>
		deliveryIdOf(event, Buffer.from(raw));

	it('is the event, its status and when it was changed', () => {
		expect(idOf(EVENT)).toBe('b38c1f6e-52a4-4b1e-9d0f-7c6a2e51d90b:0:2026-04-15T12:00:30.654321Z');
	});

	it('is the same however the repeat is written', () => {
		const [first, ...rest] = Object.entries(EVENT);
		expect(idOf(Object.fromEntries([...rest, first]) as IDataObject)).toBe(idOf(EVENT));
	});

	it.each<[string, IDataObject]>([
		['status', { status: 2 }],
		['change', { modified_at: '2026-04-15T12:00:31Z' }],
		['ID', { id: 'b38c1f6e-52a4-4b1e-9d0f-7c6a2e51d90c' }],
	])('is another one with another %s', (_, change) => {
		expect(idOf({ ...EVENT, ...change })).not.toBe(idOf(EVENT));
	});

	it.each<[string, IDataObject]>([
		['no ID', { ...EVENT, id: null }],
		['a strange ID', { ...EVENT, id: 'x'.repeat(1_000) }],
		['no time of change', { ...EVENT, modified_at: null }],
		['a strange time of change', { ...EVENT, modified_at: 'soon' }],
		['nothing', {}],
	])('is taken from the whole body where there is %s', (_, event) => {
		expect(idOf(event)).toMatch(/^[0-9a-f]{64}$/);
		expect(idOf(event)).toBe(idOf(event));
		expect(idOf({ ...event, text: 'other' })).not.toBe(idOf(event));
	});
});
