import type { AlertSource } from '../alert';
import { alertmanager } from './alertmanager';
import { betterStack } from './betterStack';
import { checkmk } from './checkmk';
import { elastic } from './elastic';
import { gitHubActions } from './gitHubActions';
import { n8nError } from './n8nError';
import { nagios } from './nagios';
import { splunk } from './splunk';
import { uptimeRobot } from './uptimeRobot';

/** Every tool, in the order of the menu: by name. */
export const SOURCES: AlertSource[] = [
	betterStack,
	checkmk,
	elastic,
	n8nError,
	gitHubActions,
	nagios,
	alertmanager,
	splunk,
	uptimeRobot,
];
