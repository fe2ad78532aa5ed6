import { createHmac } from 'node:crypto';

import type { IDataObject, INodeType } from 'n8n-workflow';

import type { Delivery, Receiver } from '../../nodes/shared/trigger/receive';
import type { Vendor } from '../sandbox';
import type { Deliveries, Outgoing } from '../sandbox/core/deliveries';
import { loadThose } from './load';
import type { Suite } from './suite';
import type { TriggerHost } from './trigger';
import { VENDOR_FOLDERS, type CredentialType } from './vendorFile';

/** What the repeats of one trigger are tried with, without a host. */
export interface Replay {
	receiver: Receiver;
	parameters: IDataObject;
	credential?: IDataObject;
	/** Signed, or with its token; without an ID it is told by its bytes. */
	sign: (raw: Buffer) => Partial<Delivery>;
	events: IDataObject[];
	/** What nobody signs, and the vendor sends all the same. */
	unsigned: string[];
}

/**
 * A webhook trigger, and how its vendor tells of something (`test/<Vendor>/trigger/deliveryCase.ts`); the vendor
 * is slow where the trigger asks it.
 */
export interface DeliveryCase {
	name: string;
	vendor: Vendor;
	credential: CredentialType;
	node: INodeType;
	parameters: IDataObject;
	/** A delivery as the vendor makes it, not sent. */
	made: (on: Suite, host: TriggerHost) => Promise<Outgoing> | Outgoing;
	/** What the trigger asks the vendor. */
	asked?: string;
	replay: Replay;
}

export const SECRET = 'a-secret-of-this-test';
export const TOKEN = 'k3Jx-9_Qw.Zr~7TbMn2LpV4s';
export const ADDRESS = '5f3c9b1e/webhook';

export const hmac = (key: string | Buffer, raw: Buffer) =>
	createHmac('sha256', key).update(raw).digest('hex');

/** What the vendor sends by itself goes nowhere; the test sends it. */
export async function caught(deliveries: Deliveries, announce: () => unknown): Promise<Outgoing> {
	const found: Outgoing[] = [];
	const spy = jest.spyOn(deliveries, 'send').mockImplementation(async (outgoing) => {
		found.push(outgoing);
		return { ...outgoing, statuses: [], isDone: true };
	});
	await announce();
	spy.mockRestore();
	return found[0];
}

/** Every webhook trigger; a contract test names those that are missing. */
export const DELIVERY_CASES = loadThose(
	VENDOR_FOLDERS.map((folder) => `test/${folder}/trigger/deliveryCase`),
).map(({ deliveryCase }) => deliveryCase as DeliveryCase);
