import type { Resource } from '../shared/run/operation';
import { incident } from './incident';
import { maintenanceWindow } from './maintenanceWindow';
import { monitor } from './monitor';
import { statusPageIncident } from './statusPageIncident';

/** Everything that the node offers, in menu order. */
export const resources: Resource[] = [incident, statusPageIncident, monitor, maintenanceWindow];
