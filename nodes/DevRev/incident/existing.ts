import {
	chosen,
	chosenSet,
	isNamed,
	members,
	moment,
	notStored,
	writtenText,
	type Trait,
} from '../../shared/run/create/alike';
import type { Existing } from '../../shared/run/operation';
import { asObject, asRows, asText } from '../../shared/ground/values';
import { paging, read, rowsOf } from '../api/profile';
import { isOver, stageOf } from '../api/stage';
import { withStages } from '../api/stageNames';

const title = writtenText('title');

/** Lists that are empty are left out of an incident. */
export const NONE = { whenAbsent: [] };

/** Sent as an ID with a value, answered as `{ tag, value }`; `key` names the ID. */
export const tagsBy = (key: 'id' | 'tag_id'): Trait => ({
	agrees: (sent, { tags: given }, isWhole) => {
		if (given === undefined && !isWhole) return 'unread';
		const [wanted, present] = [asRows(sent), asRows(given)];
		const isSame =
			wanted.length === present.length &&
			wanted.every(({ [key]: id, value }) =>
				present.some((one) => isNamed(one.tag, id) && (one.value ?? '') === (value ?? '')),
			);
		return sent === undefined || isSame ? 'same' : 'other';
	},
	key: (sent) => asRows(sent).map(({ [key]: id, value }) => [id, value].join(' ')),
});

/** Sent as the ID of a stage, answered with its state. */
const stage = chosen('stage', { from: (row) => stageOf(row).id });

/** Customers are answered as summaries, and a list that is empty is left out. */
const impact: Trait = {
	agrees: (sent, object, isWhole) => {
		const { count, customer_ids } = asObject(sent);
		const stored = asObject(object.impact);
		const found = [
			chosen('count', { whenAbsent: null }).agrees(count, stored, isWhole),
			chosenSet('customer_ids', NONE).agrees(customer_ids, stored, isWhole),
		];
		return found.find((one) => one !== 'same') ?? 'same';
	},
	key: (sent) => sent ?? null,
};

/** The last sync of one direction: its unit is answered as an object, its history not at all. */
const lastSync = {
	status: chosen('status'),
	sync_date: moment('sync_date'),
	sync_unit: chosen('sync_unit'),
};

/** Both directions are compared as far as they are shown, and so is what stands beside them. */
const sync: Trait = {
	...members('sync_metadata'),
	agrees: (sent, object, isWhole) => {
		const beside = members('sync_metadata').agrees(sent, object, isWhole);
		const isOther = ['last_sync_in', 'last_sync_out'].some((name) => {
			const [wanted, shown] = [sent, object.sync_metadata].map((all) =>
				asObject(asObject(all)[name]),
			);
			return Object.entries(lastSync).some(
				([field, trait]) =>
					field in shown && trait.agrees(wanted[field], shown, isWhole) === 'other',
			);
		});
		return isOther ? 'other' : beside;
	},
};

/** DevRev knows no key: an incident is told by everything that was sent. */
export const existing: Existing = {
	sent: ({ body = {} }) => body,
	traits: {
		title,
		body: writtenText('body', { isMarkdown: true, isOurs: true, whenAbsent: '' }),
		severity: chosen('severity', { whenAbsent: null }),
		reported_by: chosen('reported_by', { whenAbsent: null }),
		source: chosen('source', { whenAbsent: null }),
		stage: {
			...stage,
			agrees: (sent, row, isWhole) => stage.agrees(asObject(sent).stage, row, isWhole),
		},
		impact,
		tags: tagsBy('tag_id'),
		owned_by: chosenSet('owned_by', { ...NONE, isOurs: true }),
		applies_to_parts: chosenSet('applies_to_parts', { ...NONE, isOurs: true }),
		artifacts: chosenSet('artifacts', NONE),
		pia: chosenSet('pia', NONE),
		playbooks: chosenSet('playbooks', NONE),
		identified_date: moment('identified_date', { whenAbsent: null }),
		acknowledged_date: moment('acknowledged_date', { whenAbsent: null }),
		mitigated_date: moment('mitigated_date', { whenAbsent: null }),
		target_close_date: moment('target_close_date', { whenAbsent: null }),
		custom_fields: members('custom_fields'),
		sync_metadata: sync,
		related_docs: notStored,
		custom_schema_spec: notStored,
		external_source_data: notStored,
		stage_validation_options: notStored,
		staged_info: notStored,
	},
	createdAt: (row) => asText(row.created_date),
	recent: ({ title: wanted }, after, isThorough) =>
		read('/incidents.list', {
			...(isThorough ? {} : { title: [wanted as string] }),
			...(after ? { created_date: { type: 'range', after } } : {}),
		}),
	again: { read: (id) => read('/incidents.get', { id }) },
	paging,
	rows: rowsOf('incidents'),
	open: {
		problem: { title },
		complete: withStages,
		// What is to be created has no ID yet, and starts open unless its stage says otherwise. One that cannot be
		// told is none: a second one is better than a lost page.
		isOpen: (row) => isOver(row) === false || (row.id === undefined && !isOver(row)),
		list: ({ title: wanted }) => read('/incidents.list', { title: [wanted as string] }),
	},
};
