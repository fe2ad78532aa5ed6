import type { JsonObject } from '../core/types';
import type { SandboxVendor } from '../core/register';
import { DevRevApi } from './index';
import { devRevToken } from './seed';

declare global {
	interface SandboxApis {
		devRev: DevRevApi;
	}
	interface SandboxCredentials {
		devRevApi: JsonObject;
	}
}

export const vendor: SandboxVendor<'devRev'> = {
	name: 'devRev',
	label: 'DevRev',
	port: 4102,
	api: () => new DevRevApi(),
	credentials: (url) => ({
		devRevApi: { accessToken: devRevToken, baseUrl: url },
	}),
	officialFiles: ['devrev-beta.yaml'],
};
