import type { Resource } from '../../shared/run/operation';
import { cancel } from './cancel';
import { request } from './request';

export const responder: Resource = {
	value: 'responder',
	name: 'Responder',
	operations: [request, cancel],
};
