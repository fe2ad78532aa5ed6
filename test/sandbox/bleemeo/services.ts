import { uuidOf, wholeSeconds } from '../core/ids';
import { get } from '../core/router';
import type { Route } from '../core/router';
import type { JsonObject } from '../core/types';
import { checkUuid, equals, listPage, readFlag } from './listing';
import type { Agent, BleemeoContext } from './types';

/** What runs on an agent, or a monitor of an address. docs/facts/bleemeo.md#services. */
export interface Service extends JsonObject {
	id: string;
	account: string;
	agent: string;
	label: string;
	instance: string;
	active: boolean;
	monitor_url: string;
}

/** docs/facts/bleemeo.md#containers. */
export interface Container extends JsonObject {
	id: string;
	host: string;
	name: string;
	deleted_at: string | null;
}

/** What a request without `fields` does not name. */
const hiddenOfService = ['exe_path', 'listen_addresses', 'tags'];
const hiddenOfContainer = ['container_inspect', 'command'];

export const serviceRoutes: Array<Route<BleemeoContext>> = [
	get('/v1/service/', ({ store, accountId }, request) => {
		const { query } = request;
		checkUuid(query, 'agent');
		const [active, monitor] = [readFlag(query, 'active'), readFlag(query, 'monitor')];
		const ofAgent = equals(query, 'agent', ({ agent }) => agent);
		const found = [...store.services.values()].filter(
			(service) =>
				service.account === accountId &&
				(active === undefined || active === service.active) &&
				(monitor === undefined || monitor === Boolean(service.monitor_url)) &&
				ofAgent(service),
		);
		return listPage(request, found, hiddenOfService);
	}),
	get('/v1/container/', ({ store, accountId }, request) => {
		checkUuid(request.query, 'host');
		const onHost = equals(request.query, 'host', ({ host }) => host);
		const found = [...store.containers.values()].filter(
			(container) => store.agents.get(container.host)?.account === accountId && onHost(container),
		);
		return listPage(request, found, hiddenOfContainer);
	}),
];

const day = 86_400_000;

export function seedServices(agents: Agent[], now: number): Service[] {
	const [web, database, shop] = agents;
	const service = (owner: Agent, label: string, more: JsonObject = {}): Service => ({
		id: uuidOf(`service ${owner.fqdn} ${label}`),
		account: owner.account,
		agent: owner.id,
		label,
		instance: '',
		active: true,
		monitor_url: '',
		listen_addresses: '0.0.0.0:443/tcp',
		exe_path: `/usr/sbin/${label}`,
		tags: [],
		created_at: wholeSeconds(now - 60 * day),
		...more,
	});
	return [
		service(web, 'nginx', { tags: [{ id: 't1', name: 'Räder' }] }),
		service(database, 'postgresql', { instance: 'main' }),
		service(database, 'redis', { active: false }),
		service(shop, 'http', {
			monitor_url: 'https://shop.alpenrad.example',
			listen_addresses: '',
			exe_path: '',
		}),
	];
}

export function seedContainers([web, database]: Agent[], now: number): Container[] {
	const container = (owner: Agent, name: string, more: JsonObject = {}): Container => ({
		id: uuidOf(`container ${owner.fqdn} ${name}`),
		host: owner.id,
		name,
		container_id: uuidOf(`docker ${name}`).replace(/-/g, ''),
		container_inspect: '{}',
		container_status: 'running',
		container_runtime: 'docker',
		container_image_id: `sha256:${name}`,
		container_image_name: `${name}:latest`,
		command: `/bin/${name}`,
		container_created_at: wholeSeconds(now - 9 * day),
		container_started_at: wholeSeconds(now - 8 * day),
		container_finished_at: null,
		docker_api_version: '1.45',
		deleted_at: null,
		...more,
	});
	return [
		container(web, 'shop'),
		container(web, 'old-shop', {
			container_status: 'stopped',
			container_finished_at: wholeSeconds(now - 7 * day),
			deleted_at: wholeSeconds(now - 6 * day),
		}),
		container(database, 'backup'),
	];
}
