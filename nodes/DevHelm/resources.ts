import type { Resource } from '../shared/run/operation';
import { incident } from './incident';
import { maintenanceWindow } from './maintenanceWindow';
import { monitor } from './monitor';
import { overview } from './overview';
import { service } from './service';
import { statusPageComponent } from './statusPageComponent';
import { statusPageIncident } from './statusPageIncident';
import { statusPageSubscriber } from './statusPageSubscriber';

/** Everything that the node offers, in menu order. */
export const resources: Resource[] = [
	incident,
	statusPageIncident,
	monitor,
	maintenanceWindow,
	service,
	statusPageComponent,
	statusPageSubscriber,
	overview,
];
