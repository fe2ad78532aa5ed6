import type { IDataObject } from 'n8n-workflow';

import { asObject, asText } from '../../shared/ground/values';

/** What one looks at in a link. */
export function toLinkRecord(link: IDataObject): IDataObject {
	const source = asObject(link.source);
	const target = asObject(link.target);
	return {
		provider: 'devrev',
		id: asText(link.id) ?? null,
		linkType: asText(link.link_type) ?? null,
		customLinkTypeId: asText(asObject(link.custom_link_type).id) ?? null,
		sourceId: asText(source.id) ?? null,
		sourceNumber: asText(source.display_id) ?? null,
		sourceType: asText(source.type) ?? null,
		sourceTitle: titleOf(source) ?? null,
		targetId: asText(target.id) ?? null,
		targetNumber: asText(target.display_id) ?? null,
		targetType: asText(target.type) ?? null,
		targetTitle: titleOf(target) ?? null,
		createdAt: asText(link.created_date) ?? null,
	};
}

export function titleOf({ title, name, full_name, display_name }: IDataObject): string | undefined {
	return asText(title) ?? asText(name) ?? asText(full_name) ?? asText(display_name);
}
