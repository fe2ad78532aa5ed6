import type { ICredentialType } from 'n8n-workflow';
export class DevRevApi implements ICredentialType { name = 'devRevApi'; displayName = 'x'; properties = []; }
