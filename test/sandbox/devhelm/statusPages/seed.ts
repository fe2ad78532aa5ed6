import { uuidOf } from '../../core/ids';
import type { DevHelmStore } from '../types';
import { addPageIncident } from './build';
import type { PageComponent } from './types';

const day = 86_400_000;

/** Components and incidents of the two pages; the one in review mode has a draft. */
export function seedStatusPages(store: DevHelmStore, now: number): void {
	const [own, partner] = [...store.statusPages.values()];
	const at = new Date(now - 100 * day).toISOString();
	const component = (
		page: { id: string },
		name: string,
		type: PageComponent['type'],
		displayOrder: number,
	): PageComponent => {
		const made: PageComponent = {
			id: uuidOf(`component ${page.id} ${name}`),
			statusPageId: page.id,
			groupId: null,
			name,
			description: null,
			type,
			monitorId: null,
			resourceGroupId: null,
			currentStatus: 'OPERATIONAL',
			showUptime: true,
			displayOrder,
			pageOrder: displayOrder,
			excludeFromOverall: false,
			startDate: null,
			createdAt: at,
			updatedAt: at,
		};
		store.pageComponents.set(made.id, made);
		return made;
	};
	component(own, 'Shop', 'GROUP', 0);
	const site = component(own, 'Website', 'STATIC', 1);
	const payments = component(own, 'Zahlungen', 'MONITOR', 2);
	const api = component(partner, 'Partner API', 'MONITOR', 0);
	addPageIncident(
		store,
		own.id,
		{ title: 'Slow pages', impact: 'MINOR', status: 'RESOLVED', body: 'Pages are fast again.' },
		{ at: now - 10 * day },
	);
	addPageIncident(
		store,
		own.id,
		{
			title: 'Card payments fail',
			impact: 'MAJOR',
			status: 'IDENTIFIED',
			body: 'Our payment provider has an outage.',
			affectedComponents: [
				{ componentId: site.id, status: 'DEGRADED_PERFORMANCE' },
				{ componentId: payments.id, status: 'MAJOR_OUTAGE' },
			],
		},
		{ at: now - 0.1 * day },
	);
	addPageIncident(
		store,
		partner.id,
		{
			title: 'Partner API unreachable',
			impact: 'CRITICAL',
			body: 'A monitor cannot reach the API.',
			affectedComponents: [{ componentId: api.id, status: 'MAJOR_OUTAGE' }],
			notifySubscribers: false,
		},
		{ at: now - 0.05 * day, isDraft: true },
	);
}
