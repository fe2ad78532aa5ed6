import type { FaultRule, GatewayStatus, Reply } from './types';

interface ActiveRule {
	rule: FaultRule;
	seen: number;
	used: number;
}

/** The switchable faults of one vendor: the first rule that applies spoils a request. */
export class Faults {
	private rules: ActiveRule[] = [];

	add(rule: FaultRule): void {
		this.rules.push({ rule, seen: 0, used: 0 });
	}

	clear(): void {
		this.rules = [];
	}

	take(method: string, path: string): FaultRule | undefined {
		for (const active of this.rules) {
			if (!matches(active.rule, method, path)) continue;
			const { skip = 0, every = 1, times = 1 } = active.rule;
			if (active.used >= (times ?? Infinity)) continue;
			active.seen += 1;
			const position = active.seen - skip;
			if (position < 1 || position % every !== 0) continue;
			active.used += 1;
			return active.rule;
		}
		return undefined;
	}
}

/** Whether the rule is about such a request at all. */
export function matches(
	rule: Pick<FaultRule, 'method' | 'path'>,
	method: string,
	path: string,
): boolean {
	if (rule.method !== undefined && rule.method.toUpperCase() !== method) return false;
	if (rule.path === undefined) return true;
	if (typeof rule.path !== 'string') return rule.path.test(path);
	return rule.path.startsWith('^') ? new RegExp(rule.path).test(path) : rule.path === path;
}

const GATEWAY_TITLES: { [status in GatewayStatus]: string } = {
	403: 'Access denied by policy',
	407: 'Proxy Authentication Required',
	502: 'Bad Gateway',
	504: 'Gateway Time-out',
};

/** What a proxy or gateway says in place of the vendor. */
export function gatewayPage(status: GatewayStatus): Reply {
	const title = GATEWAY_TITLES[status];
	return {
		status,
		contentType: 'text/html; charset=utf-8',
		body: `<!doctype html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
	};
}
