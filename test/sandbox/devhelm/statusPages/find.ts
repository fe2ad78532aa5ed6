import { uuid } from '../../core/shape';
import { invalidQuery, notFound } from '../errors';
import type { DevHelmStore } from '../types';

export function findPage({ statusPages }: DevHelmStore, pageId: string): string {
	if (!uuid.test(pageId)) throw invalidQuery('id', 'must be a UUID');
	const page = statusPages.get(pageId.toLowerCase());
	if (!page) throw notFound('Status page');
	return page.id;
}
