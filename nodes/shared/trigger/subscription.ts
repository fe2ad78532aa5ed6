import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../form/parameters';
import type { FaultDetails } from '../ground/failures';
import type { ApiRequest, Paging, Reply } from '../wire/request';
import type { VendorChoice } from '../wire/vendor';
import type { TriggerForm } from './form';
import type { AddressRules } from './reachable';

/**
 * How a vendor keeps webhook subscriptions. All functions are pure; `lifecycle.ts` does the rest, the
 * same for every vendor.
 */
export interface Subscriptions {
	vendor: VendorChoice;
	form: TriggerForm;
	/**
	 * What the form asks of the vendor: events, scope, filter.
	 * @throws FormIssue on bad input
	 */
	wanted: (parameters: Parameters) => IDataObject;
	/** The list in which a subscription like the wanted one would be. */
	list: (wanted: IDataObject) => ApiRequest;
	paging: Paging;
	rows: (reply: Reply) => IDataObject[] | undefined;
	/** Reads one by its ID, for when it is not in that list any more. */
	get: (id: string) => ApiRequest;
	/** The subscription in the answer to `get` and to `create`. */
	record: (reply: Reply) => IDataObject | undefined;
	idOf: (subscription: IDataObject) => string;
	urlOf: (subscription: IDataObject) => string;
	create: (wanted: IDataObject, url: string, secret: string | undefined) => ApiRequest;
	/**
	 * What makes a subscription of ours the wanted one again: other events, one that the vendor has switched
	 * off. Nothing when it is right; undefined when it has to be made anew.
	 */
	repair: (
		subscription: IDataObject,
		wanted: IDataObject,
		secret: string | undefined,
	) => ApiRequest[] | undefined;
	remove: (id: string) => ApiRequest;
	/** The secret that the vendor shows once, in the answer to `create`. */
	issuedSecret?: (subscription: IDataObject) => string | undefined;
	/** The secret that we choose, where the vendor lets us; `address` as `addressOf` gives it. */
	chosenSecret?: (credential: IDataObject, address: string) => string;
	/** What the vendor asks of an address, beside that it can reach it. */
	address?: AddressRules;
	/**
	 * Refuses what the form asks for and this credential cannot give, before anything is asked of the
	 * vendor. Not called on removal: what was registered once can always be taken away.
	 * @throws FormIssue
	 */
	checkForm?: (parameters: Parameters, credential: IDataObject) => void;
	/** True for an answer to `get` or `remove` that says that there is no such subscription; 404 always does. */
	isGone?: (fault: FaultDetails) => boolean;
	/** What to do about a refused `create`, where those that are there already tell more. */
	advise?: (fault: FaultDetails, others: IDataObject[]) => string | undefined;
}
