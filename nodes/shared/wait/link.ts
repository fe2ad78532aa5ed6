import { asText } from '../ground/values';

const ADDRESS = /https?:\/\/[^\s<>"'`)\]}]+/gi;

/**
 * The link of a question of this n8n in the texts of an incident, which people may have written as well: the same origin
 * and the same path up to the execution and the node, and nothing else. Of several in a text it is the last, for it stands behind the question. Pure.
 * @param own an address of the same kind that n8n has made for this run
 */
export function ownLinkIn(texts: unknown[], own: string): string | undefined {
	const { origin, parts } = read(own);
	const base = parts.slice(0, -2);
	const isOwn = (address: string) => {
		if (!URL.canParse(address)) return false;
		const found = read(address);
		const [execution = '', node = ''] = found.parts.slice(-2);
		return (
			found.origin === origin &&
			found.parts.length === parts.length &&
			base.every((part, index) => part === found.parts[index]) &&
			/^\d+$/.test(execution) &&
			/^[\w%-]+$/.test(node) &&
			found.isBare &&
			['key', 'signature'].every((name) => found.query.get(name))
		);
	};
	const linksIn = (text: string) =>
		(text.match(ADDRESS) ?? [])
			.map((address) => address.replace(/[.,;:!?]+$/, '').replaceAll('&amp;', '&'))
			.filter(isOwn);
	const [found] = texts.map((text) => linksIn(asText(text) ?? '')).filter(({ length }) => length);
	return found?.[found.length - 1];
}

function read(address: string) {
	const { origin, pathname, searchParams, username, password } = new URL(address);
	return {
		origin,
		parts: pathname.split('/'),
		query: searchParams,
		isBare: username === '' && password === '',
	};
}
