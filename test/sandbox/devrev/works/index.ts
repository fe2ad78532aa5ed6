import { list, object, oneOf } from '../../core/shape';
import { post } from '../../core/router';
import type { Route } from '../../core/router';
import type { Reply, SandboxRequest } from '../../core/types';
import { read, readBody } from '../body';
import { notFound } from '../errors';
import { cutPage, pageMembers } from '../paging';
import type { PageRequest } from '../paging';
import { isBeta } from '../timeline/find';
import type { DevRevContext } from '../types';
import { renderWork } from './build';
import { listWorks } from './list';
import { getShape } from './shapes';
import { createWork, updateWork } from './write';

function getWork({ store }: DevRevContext, request: SandboxRequest): Reply {
	const { id } = readBody<{ id: string }>(request, getShape);
	const work = [...store.linking.works.values()].find((one) =>
		[one.id, one.display_id].includes(id),
	);
	const isHidden = ['opportunity', 'task'].includes(String(work?.type)) && !isBeta(request);
	if (!work || isHidden) throw notFound('No such work');
	return { status: 200, body: { work: renderWork(work, isBeta(request)) } };
}

/** Issues and tickets, and what their forms look for. */
export const workRoutes: Array<Route<DevRevContext>> = [
	post('/works.create', createWork),
	...read('/works.get', getWork),
	...read('/works.list', listWorks),
	post('/works.update', updateWork),
	...read('/vistas.groups.list', ({ store }, request) => {
		const shape = object({
			...pageMembers,
			group_object_type: list(oneOf('conversation', 'part', 'work')),
		});
		const wanted = readBody<PageRequest>(request, shape);
		const { records, next } = cutPage(store.sprints, wanted);
		const vista_group = records.map((sprint) => ({ ...sprint, object_type: 'works' }));
		return { status: 200, body: { vista_group, next_cursor: next } };
	}),
];
