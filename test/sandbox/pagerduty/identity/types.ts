/** An app that is registered with the identity service. */
export interface App {
	secret: string;
	/** What it may ask for. */
	scopes: string[];
	/** The account that it belongs to: `us.alpenrad`. */
	account: string;
	redirectUris: string[];
}

export interface Code {
	clientId: string;
	redirectUri: string;
	challenge: string;
	scope: string;
	expiresAt: number;
}

/** What the identity service knows; the tokens themselves are the API's. */
export interface Identity {
	apps: Map<string, App>;
	codes: Map<string, Code>;
	/** Good for one use each. */
	refreshTokens: Map<string, { clientId: string; scope: string }>;
	lifetimeSeconds: number;
	/** Whoever signs in at the authorization page. */
	userId: string;
	nextToken: number;
}
