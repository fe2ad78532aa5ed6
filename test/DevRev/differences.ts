import type { VendorDifferences } from '../support/known-differences';

export const differences: VendorDifferences = {
	vendor: 'devRev',
	/** Of the sandbox's replies. */
	replies: [
		{
			endpoint: '*',
			complaint: /^reply 4\d\d body must NOT have additional properties$/,
			reason:
				'the file allows no key in some kinds of refusal, not even the message and the type that it demands of all',
		},
	],
};
