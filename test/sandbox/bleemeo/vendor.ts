import type { JsonObject } from '../core/types';
import type { SandboxVendor } from '../core/register';
import { BleemeoApi } from './index';
import { bleemeoUser } from './seed';

declare global {
	interface SandboxApis {
		bleemeo: BleemeoApi;
	}
	interface SandboxCredentials {
		bleemeoApi: JsonObject;
	}
}

export const vendor: SandboxVendor<'bleemeo'> = {
	name: 'bleemeo',
	label: 'Bleemeo',
	port: 4104,
	api: () => new BleemeoApi(),
	credentials: (url) => ({
		bleemeoApi: {
			authentication: 'password',
			email: bleemeoUser.email,
			password: bleemeoUser.password,
			accessToken: '',
			accountId: '',
			clientId: bleemeoUser.clientId,
			clientSecret: '',
			baseUrl: url,
		},
	}),
	officialFiles: [],
};
