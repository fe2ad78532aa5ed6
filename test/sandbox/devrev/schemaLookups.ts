import type { Route } from '../core/router';
import { flag, list, object, required, text } from '../core/shape';
import type { Members } from '../core/shape';
import type { Reply, SandboxRequest } from '../core/types';
import { read, readBody } from './body';
import { notFound } from './errors';
import { don, id } from './ids';
import { cutPage, pageMembers, sortMember } from './paging';
import type { PageRequest } from './paging';
import type { DevRevContext, DevRevStore, FieldDescriptor } from './types';
import { workStockFields } from './works/schema';
import type { WorkType } from './works/shapes';

/** A list of the `{result, cursor}` kind, which knows no `mode`. */
function resultPage<T extends { id: string }>(records: T[], request: PageRequest): Reply {
	const page = cutPage(records, request);
	return { status: 200, body: { result: page.records, cursor: page.next } };
}

const resultPageMembers: Members = { cursor: pageMembers.cursor, limit: pageMembers.limit };
/** Stages, schemas and subtypes of incidents. */
export const schemaRoutes: Array<Route<DevRevContext>> = [
	...read('/stage-diagrams.list', ({ store }, request) => {
		const shape = object({
			...resultPageMembers,
			...sortMember,
			leaf_type: list(text),
			name: list(text),
			is_custom_leaf_type: flag,
		});
		const wanted = readBody<PageRequest & { leaf_type?: string[] }>(request, shape);
		const all = [store.diagram, store.workDiagrams.issue, store.workDiagrams.ticket];
		const found = all.filter(
			({ leaf_type }) => wanted.leaf_type?.includes(String(leaf_type)) !== false,
		);
		return resultPage(found, wanted);
	}),
	...read('/stages.custom.list', ({ store }, request) => {
		const shape = object({ ...resultPageMembers, ...sortMember, name: list(text) });
		const wanted = readBody<PageRequest & { name?: string[] }>(request, shape);
		const stages = [...store.stages.values()];
		return resultPage(
			stages.filter(({ name }) => wanted.name?.includes(name) !== false),
			wanted,
		);
	}),
	...read('/schemas.aggregated.get', getAggregatedSchema),
	...read('/schemas.stock.get', ({ store }, request) => {
		const wanted = readBody<{ leaf_type?: string }>(request, object({ leaf_type: text, id }));
		const schema = stockOf(store, wanted.leaf_type);
		if (!schema) throw notFound('No such fragment');
		const { fields, composite_schemas } = schema;
		return {
			status: 200,
			body: {
				fragment: {
					id: don('stock_type_fragment', 4),
					type: 'stock_type_fragment',
					leaf_type: wanted.leaf_type,
					fields,
					composite_schemas,
				},
			},
		};
	}),
	...read('/schemas.subtypes.list', ({ store }, request) => {
		const shape = object({ leaf_type: text, leaf_types: list(text) });
		const wanted = readBody<{ leaf_type?: string; leaf_types?: string[] }>(request, shape);
		const types = wanted.leaf_types ?? (wanted.leaf_type ? [wanted.leaf_type] : []);
		const subtypes = store.subtypes.filter(
			({ leaf_type }) => types.length === 0 || types.includes(leaf_type),
		);
		return { status: 200, body: { subtypes } };
	}),
];

const isWork = (leafType: string | undefined): leafType is WorkType =>
	leafType === 'issue' || leafType === 'ticket';

/** What DevRev ships for a kind of object. */
function stockOf({ stockFields, stockComposites }: DevRevStore, leafType: string | undefined) {
	if (leafType === 'incident') return { fields: stockFields, composite_schemas: stockComposites };
	return isWork(leafType)
		? { fields: workStockFields[leafType], composite_schemas: [] }
		: undefined;
}

const aggregatedShape = object({
	leaf_type: required(text),
	is_custom_leaf_type: flag,
	custom_schema_fragments: list(id),
	stock_schema_fragment: id,
	custom_schema_spec: object({ apps: list(text), subtype: text }),
});

function getAggregatedSchema({ store }: DevRevContext, request: SandboxRequest): Reply {
	const wanted = readBody<{ leaf_type: string; custom_schema_spec?: { subtype?: string } }>(
		request,
		aggregatedShape,
	);
	const stock = stockOf(store, wanted.leaf_type);
	if (!stock) throw notFound('No such leaf type');
	const subtype = wanted.custom_schema_spec?.subtype;
	const subtypeFields = subtype === undefined ? [] : store.subtypeFields.get(subtype);
	if (!subtypeFields) throw notFound('No such subtype');
	const custom_fields: FieldDescriptor[] = [...store.tenantFields, ...subtypeFields];
	const diagram = isWork(wanted.leaf_type) ? store.workDiagrams[wanted.leaf_type] : store.diagram;
	return {
		status: 200,
		body: {
			schema: {
				leaf_type: wanted.leaf_type,
				...(subtype === undefined ? {} : { subtype }),
				stock_fields: stock.fields,
				custom_fields,
				stock_composite_schemas: stock.composite_schemas,
				custom_composite_schemas: [],
				stock_field_overrides: isWork(wanted.leaf_type)
					? []
					: [{ name: 'severity', ui: { display_name: 'Severity' } }],
				conditions: [],
				stage_diagram_id: { id: diagram.id, name: diagram.name },
			},
		},
	};
}
