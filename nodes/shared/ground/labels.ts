import type { INodeProperties } from 'n8n-workflow';

/** Names of fields in the form, by the vendor's own where the two are not alike. */
export type Aliases = ReadonlyMap<string, string>;

/**
 * The form's labels for the vendor's field names: `applies_to_parts` is 'Applies to Parts', and where the form
 * has another word, `external_ref` is 'External Reference' by its alias. Pure.
 */
export function labelsOf(
	fields: string[],
	properties: INodeProperties[],
	aliases: Aliases = new Map(),
): string[] {
	const all = properties.flatMap((property) => [
		property,
		...((property.options ?? []) as INodeProperties[]),
	]);
	const plain = (name: string) => name.replace(/[^a-z0-9]/gi, '').toLowerCase();
	const labels = fields.flatMap((field) => {
		const parts = (aliases.get(field) ?? field)
			.split(/[./[\]]+/)
			.map((part) => plain(aliases.get(part) ?? part))
			.filter(Boolean);
		// The longest ending first: `impact.count` is 'Impact Count', not just any "count".
		const endings = parts.map((_, start) => parts.slice(start).join(''));
		const match = [...endings, ...parts]
			.flatMap((part) => [part, `${part}id`, `${part}ids`, `${part.replace(/s$/, '')}ids`])
			.map((wanted) => all.find(({ name, type }) => type !== undefined && plain(name) === wanted))
			.find((property) => property !== undefined);
		return match ? [`'${match.displayName}'`] : [];
	});
	return [...new Set(labels)];
}
