import type { IDataObject } from 'n8n-workflow';

import { asNumber } from '../../shared/ground/values';
import { statusLabel } from '../api/record';

/** The status numbers of an event as options. docs/facts/bleemeo.md#status-numbers. */
export const STATUSES = [2, 10, 0, 3, 1].map((value) => ({
	name: statusLabel(value) ?? String(value),
	value,
}));

/** It ends what its thread is about. */
export const OK = 0;
const INFO = 10;

export const isOk = ({ status }: IDataObject): boolean => asNumber(status) === OK;

/** True for a remark, which changes nothing about how a thread stands. */
export const isInfo = ({ status }: IDataObject): boolean => asNumber(status) === INFO;
