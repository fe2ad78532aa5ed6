/** What stands in some of them, to be looked for where it must not be. */
export const SECRET = 'S3cretPassw0rd';

/** Addresses that the node refuses, each of which leads to the sandbox where a machine is generous. */
export const REFUSED: Array<[string, (host: string) => string]> = [
	['all addresses', (port) => `http://0.0.0.0:${port}`],
	['no host', (port) => `http://0:${port}`],
	['an IPv4 address in IPv6', (port) => `http://[::ffff:127.0.0.1]:${port}`],
	['another name of this machine', (port) => `http://localhost.:${port}`],
	['a name that begins like this machine', (port) => `http://localhost.example.com:${port}`],
	['a user before the host', (port) => `http://ops:${SECRET}@127.0.0.1:${port}`],
	['a user without a scheme', (port) => `ops:${SECRET}@127.0.0.1:${port}/pd`],
	['a query', (port) => `http://127.0.0.1:${port}/pd?token=${SECRET}`],
	['a fragment', (port) => `http://127.0.0.1:${port}/pd#${SECRET}`],
	['another scheme', (port) => `ftp://user:${SECRET}@127.0.0.1:${port}`],
	['no scheme', (port) => `127.0.0.1:${port}`],
];
