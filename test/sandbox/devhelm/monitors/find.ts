import { uuid } from '../../core/shape';
import type { Reply } from '../../core/types';
import { invalidQuery, notFound } from '../errors';
import type { DevHelmStore, Monitor } from '../types';

export function find(store: DevHelmStore, id: string): Monitor {
	if (!uuid.test(id)) throw invalidQuery('id', 'must be a UUID');
	const monitor = store.monitors.get(id.toLowerCase());
	if (!monitor) throw notFound('Monitor');
	return monitor;
}

export function answer(monitor: Monitor, status = 200): Reply {
	return { status, body: { data: monitor } };
}
