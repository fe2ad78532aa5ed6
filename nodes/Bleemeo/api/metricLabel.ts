import type { IDataObject } from 'n8n-workflow';

import { asText } from '../../shared/ground/values';

/** What people call a metric: "cpu_used (web-1)". Undefined for one without a name. */
export function metricLabel({ label, item, labels_text }: IDataObject): string | undefined {
	const name = asText(label) ?? asText(labels_text);
	return name && asText(item) ? `${name} (${String(item)})` : name;
}
