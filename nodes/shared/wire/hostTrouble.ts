import type { IDataObject } from 'n8n-workflow';

import { asText } from '../ground/values';

/** Errors of n8n's database layer, by name. */
const BY_NAME =
	/^(QueryFailedError|TypeORMError|DriverAdapterError|CannotExecuteNotConnectedError|ConnectionNotFoundError|DbConnectionTimeoutError)$/;
/** PostgreSQL's five characters for a connection, a server or a transaction that failed, and SQLite's words. */
const BY_CODE = /^(08|25|40|53|55|57|58|XX)[0-9A-Z]{3}$|^SQLITE_/;
/** What the drivers say where they give no code. */
const BY_TEXT =
	/^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after|Driver not Connected|Could not establish database connection|Database connection timed out)|terminating connection due to|the database system is (starting up|shutting down)|sorry, too many clients/i;
/** A connection that could not be made or broke: the database's, where the error is not about a request. */
const OF_A_CONNECTION = /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)/;

/**
 * True for trouble of n8n's own database, which it asks for the credential before anything is sent. Pure.
 * @param chain the error and what caused it
 */
export function isHostTrouble(chain: IDataObject[]): boolean {
	// The error of a request holds the request.
	if (chain.some(({ config, response }) => config || response)) return false;
	return chain.some(({ name, code, httpCode, message, driverError, isOfSystem }) => {
		const system = asText(code) ?? asText(httpCode) ?? '';
		return (
			driverError !== undefined ||
			BY_NAME.test(asText(name) ?? '') ||
			BY_CODE.test(system) ||
			(isOfSystem && OF_A_CONNECTION.test(system)) ||
			BY_TEXT.test(asText(message) ?? '')
		);
	});
}
