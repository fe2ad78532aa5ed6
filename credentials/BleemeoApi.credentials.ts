import type { ICredentialType } from 'n8n-workflow';
export class BleemeoApi implements ICredentialType { name = 'bleemeoApi'; displayName = 'x'; properties = []; }
