import type { VendorDifferences } from '../support/known-differences';

const NEWER = "DevRev's own SDK 1.1.71 has it, which is newer than the file";

export const differences: VendorDifferences = {
	vendor: 'devRev',
	/** Of our requests. */
	requests: [
		{
			endpoint: 'POST /incidents.list',
			complaint: /^body \/(impacted_customers|include_child_parts) is not documented$/,
			reason: `${NEWER} (docs/facts/devrev.md#filters-of-the-list-of-incidents)`,
		},
		{
			endpoint: 'POST /incidents.group',
			complaint: /^body \/(impacted_customers|include_child_parts) is not documented$/,
			reason: `${NEWER} (docs/facts/devrev.md#filters-of-the-list-of-incidents)`,
		},
		{
			endpoint: 'POST /timeline-entries.list',
			complaint: /^body \/(created_date|panels) is not documented$/,
			reason: `${NEWER} (docs/facts/devrev.md#comments)`,
		},
	],
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
