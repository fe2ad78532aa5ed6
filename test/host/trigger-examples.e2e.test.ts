import type { IDataObject } from 'n8n-workflow';

import { publishing } from './published';
import { TRIGGER_EXAMPLES } from './trigger-examples';

const on = publishing();

it.each(TRIGGER_EXAMPLES.map((one) => [one.file, one.what, one] as const))(
	'an example, %s: %s',
	async (file, _, { amend, happen, expected }) => {
		const workflow = await on.publish(file, amend);
		const look = await happen(on.sandbox, (path) => on.urlOf(workflow, path));
		const [run] = await on.finished(workflow, 1);
		const items = Object.fromEntries(
			Object.entries(run.nodes).map(([name, node]) => [name, node.items[0][0].json as IDataObject]),
		);
		expect(await look({ sandbox: on.sandbox, items })).toEqual(expected);
		expect(await on.finished(workflow, 1)).toHaveLength(1);
	},
	180_000,
);
