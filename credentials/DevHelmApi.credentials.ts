import type { ICredentialType } from 'n8n-workflow';
export class DevHelmApi implements ICredentialType { name = 'devHelmApi'; displayName = 'x'; properties = []; }
