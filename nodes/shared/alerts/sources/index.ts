import type { AlertSource } from '../alert';
import { alertmanager } from './alertmanager';
import { azureMonitor } from './azureMonitor';
import { betterStack } from './betterStack';
import { checkmk } from './checkmk';
import { cloudWatch } from './cloudWatch';
import { datadog } from './datadog';
import { elastic } from './elastic';
import { gitHubActions } from './gitHubActions';
import { googleCloud } from './googleCloud';
import { grafana } from './grafana';
import { n8nError } from './n8nError';
import { nagios } from './nagios';
import { newRelic } from './newRelic';
import { sentry } from './sentry';
import { splunk } from './splunk';
import { uptimeKuma } from './uptimeKuma';
import { uptimeRobot } from './uptimeRobot';
import { zabbix } from './zabbix';

/** Every tool, in the order of the menu: by name. */
export const SOURCES: AlertSource[] = [
	cloudWatch,
	azureMonitor,
	betterStack,
	checkmk,
	datadog,
	elastic,
	n8nError,
	gitHubActions,
	googleCloud,
	grafana,
	nagios,
	newRelic,
	alertmanager,
	sentry,
	splunk,
	uptimeKuma,
	uptimeRobot,
	zabbix,
];
