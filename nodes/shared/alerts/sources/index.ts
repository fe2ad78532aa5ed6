import type { AlertSource } from '../alert';
import { alertmanager } from './alertmanager';

/** Every tool, in the order of the menu: by name. */
export const SOURCES: AlertSource[] = [alertmanager];
