import type { IDataObject } from 'n8n-workflow';

/** What the simplified metric is made of, as Bleemeo names it. docs/facts/bleemeo.md#metrics. */
const NAMES = [
	'id',
	'label',
	'item',
	'labels_text',
	'agent',
	'service',
	'unit_text',
	'current_status',
	'status_descriptions',
	'deactivated_at',
];

export const METRIC_FIELDS = NAMES.join(',');

/** A Bleemeo metric, flat: the texts of its status in one. */
export function toMetricRecord(metric: IDataObject): IDataObject {
	const { status_descriptions: texts } = metric;
	return {
		...Object.fromEntries(NAMES.map((name) => [name, metric[name] ?? null])),
		status_descriptions: Array.isArray(texts) ? texts.join('; ') : (texts ?? null),
	};
}
