import type { IDataObject } from 'n8n-workflow';

import { asRows, asText } from '../../shared/ground/values';

/** What the simplified agent is made of. docs/facts/bleemeo.md#agents. */
export const AGENT_FIELDS =
	'id,display_name,fqdn,agent_type,account,created_at,is_cluster_leader,next_config_at,tags';

/** A Bleemeo agent, flat: its tags by name. */
export function toAgentRecord(agent: IDataObject): IDataObject {
	return {
		id: agent.id,
		display_name: agent.display_name ?? null,
		fqdn: agent.fqdn ?? null,
		agent_type: agent.agent_type ?? null,
		tags: asRows(agent.tags).flatMap(({ name }) => asText(name) ?? []),
		created_at: agent.created_at ?? null,
		is_cluster_leader: agent.is_cluster_leader ?? null,
		next_config_at: agent.next_config_at ?? null,
		account: agent.account ?? null,
	};
}
