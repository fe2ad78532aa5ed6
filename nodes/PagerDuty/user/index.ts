import type { Resource } from '../../shared/run/operation';
import { get } from './get';
import { getContactMethods } from './getContactMethods';
import { getMany } from './getMany';
import { getMe } from './getMe';
import { getNotificationRules } from './getNotificationRules';

export const user: Resource = {
	value: 'user',
	name: 'User',
	operations: [get, getMany, getMe, getContactMethods, getNotificationRules],
};
