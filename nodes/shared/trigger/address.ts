/** Characters that mean the same whether they are percent-encoded or not (RFC 3986, unreserved). */
const UNRESERVED = /^[\w.~-]$/;

/**
 * The address of a webhook, written in one way: vendors give it back with another case of the host, with the
 * usual port, with a slash at its end, or percent-encoded. What is no address stays as it is.
 */
export function normalAddress(address: string): string {
	const url = parsed(address);
	if (!url) return address;
	const path = plain(url.pathname).replace(/(?<!\/)\/+$/, '');
	return url.origin + path + plain(url.search);
}

/** What a subscription's address says about whose it is. */
export type Owner =
	/** Delivers to this trigger. */
	| 'ours'
	/**
	 * Another n8n with a copy of this workflow, such as production when this is staging: only the path, which
	 * is the node's own, is the same.
	 */
	| 'copy'
	| 'other';

/** Whose subscription it is, by the address that it delivers to. Pure. */
export function ownerOf(address: string, ours: string): Owner {
	const [theirs, own] = [normalAddress(address), normalAddress(ours)];
	if (theirs === own) return 'ours';
	return pathOf(theirs) === pathOf(own) ? 'copy' : 'other';
}

/**
 * Scheme, host and port: what may be shown. The path of a webhook is a secret of whoever set it up, and so
 * is what may stand before the host.
 */
export function originOf(address: string): string {
	return parsed(address)?.origin ?? 'an unknown address';
}

/**
 * What is the trigger's own in its URL, the same in tests and after a move: `<webhook ID>/webhook`.
 * A secret that we choose is made with it.
 */
export function addressOf(url: string): string {
	return url.split('/').slice(-2).join('/');
}

function pathOf(address: string): string {
	const { pathname = address, search = '' } = parsed(address) ?? {};
	return pathname + search;
}

/** Percent-encoding where it is needed only, and in upper case. */
function plain(text: string): string {
	return text.replace(/%[0-9a-f]{2}/gi, (code) => {
		const character = String.fromCharCode(parseInt(code.slice(1), 16));
		return UNRESERVED.test(character) ? character : code.toUpperCase();
	});
}

function parsed(address: string): URL | undefined {
	try {
		return new URL(address);
	} catch {
		return;
	}
}
