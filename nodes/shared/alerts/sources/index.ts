import type { AlertSource } from '../alert';
import { alertmanager } from './alertmanager';
import { azureMonitor } from './azureMonitor';
import { cloudWatch } from './cloudWatch';
import { datadog } from './datadog';
import { googleCloud } from './googleCloud';
import { grafana } from './grafana';
import { newRelic } from './newRelic';
import { sentry } from './sentry';
import { uptimeKuma } from './uptimeKuma';
import { zabbix } from './zabbix';

/** Every tool, in the order of the menu: by name. */
export const SOURCES: AlertSource[] = [
	cloudWatch,
	azureMonitor,
	datadog,
	googleCloud,
	grafana,
	newRelic,
	alertmanager,
	sentry,
	uptimeKuma,
	zabbix,
];
