import { lettersOf, wholeSeconds } from '../core/ids';
import { named } from './named';
import { referTo } from './references';
import type { BusinessService, ChangeEvent, Service, Team } from './types';

/** What customers know, and who answers for it. */
export function seedBusinessServices([shop, platform]: Team[]): BusinessService[] {
	return [
		['Web Shop', shop],
		['Delivery', platform],
		['Customer Data', undefined],
	].map(([name, team]) => ({
		...named('business_service', name as string),
		name: name as string,
		description: `What customers call ${name as string}`,
		point_of_contact: 'Head of Operations',
		team: team ? referTo(team as Team) : null,
	}));
}

/** Changes of the first services, the newest an hour old. */
export function seedChanges(services: Service[], now: number): ChangeEvent[] {
	return [0, 1, 2, 3].map((index): ChangeEvent => {
		const service = services[index % 3];
		return {
			id: lettersOf(`change ${index}`, 26),
			type: 'change_event',
			summary: `Deployed build ${index} of ${service.name}`,
			timestamp: wholeSeconds(now - (index + 1) * 3_600_000),
			source: 'build-pipeline',
			services: [referTo(service)],
			integration: service.integrations[0],
			links: [{ href: `https://ci.alpenrad.example/${index}`, text: 'Build' }],
			custom_details: { build: String(index) },
		};
	});
}
