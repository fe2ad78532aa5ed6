import type { JsonObject } from '../core/types';
import type { SandboxVendor } from '../core/register';
import { DevHelmApi } from './index';
import { devHelmKey } from './seed';

declare global {
	interface SandboxApis {
		devHelm: DevHelmApi;
	}
	interface SandboxCredentials {
		devHelmApi: JsonObject;
	}
}

export const vendor: SandboxVendor<'devHelm'> = {
	name: 'devHelm',
	label: 'DevHelm',
	port: 4103,
	api: () => new DevHelmApi(),
	credentials: (url) => ({
		devHelmApi: {
			apiKey: devHelmKey,
			organizationId: '',
			workspaceId: '',
			webhookSecret: '',
			baseUrl: url,
		},
	}),
	officialFiles: ['devhelm.json'],
};
