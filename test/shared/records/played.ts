import type { IDataObject } from 'n8n-workflow';

import { loadThose } from '../../support/load';
import type { Suite } from '../../support/suite';
import { VENDOR_FILES, VENDOR_FOLDERS, type VendorFile } from '../../support/vendorFile';

/** One incident, as it happened anywhere. */
interface Happened {
	title: string;
	severity: 'critical' | 'warning';
	/** Which of two services. */
	service: 0 | 1;
	began: string;
	acknowledged?: string;
	resolved?: string;
}

/** What is computed of these is worked out by hand in `reliability.engine.test.ts`. */
export const ONE_SET: Happened[] = [
	{
		title: 'A',
		severity: 'critical',
		service: 0,
		began: '2026-04-10T08:00:00Z',
		acknowledged: '2026-04-10T08:10:00Z',
		resolved: '2026-04-10T08:30:00Z',
	},
	{ title: 'B', severity: 'warning', service: 0, began: '2026-04-12T08:00:00Z' },
	{
		title: 'C',
		severity: 'critical',
		service: 1,
		began: '2026-04-11T08:00:00Z',
		acknowledged: '2026-04-11T08:30:00Z',
		resolved: '2026-04-11T09:30:00Z',
	},
	{
		title: 'D, begun before the period',
		severity: 'critical',
		service: 0,
		began: '2026-03-31T23:50:00Z',
		acknowledged: '2026-03-31T23:55:00Z',
		resolved: '2026-04-01T00:10:00Z',
	},
	{
		title: 'E, resolved after the period',
		severity: 'critical',
		service: 1,
		began: '2026-04-20T08:00:00Z',
		acknowledged: '2026-04-20T09:00:00Z',
		resolved: '2026-05-02T08:00:00Z',
	},
	{
		title: 'F, begun after the period',
		severity: 'critical',
		service: 0,
		began: '2026-05-01T00:00:00Z',
	},
];

export const APRIL = { since: '2026-04-01T00:00:00Z', until: '2026-05-01T00:00:00Z' };

/** What happened to one incident anywhere: it began, somebody wrote a note, it ended. */
export const BEGAN = '2026-04-10T08:00:00Z';
export const WRITTEN = '2026-04-10T08:10:00Z';
export const ENDED = '2026-04-10T08:30:00Z';
export const NOTE = 'Rollback läuft 🚨\n\n# Not a heading\n* [x] done';

/** The same happens at every vendor, so that what comes out can be compared: `test/<Vendor>/played.ts`. */
export interface Played {
	vendor: VendorFile['vendor'];
	/** The vendor's sandbox with `ONE_SET` and no other incidents. */
	set: (on: Suite) => void;
	/** One incident with `BEGAN`, `NOTE` and `ENDED`; gives the form's fields that name it. */
	one: (on: Suite) => IDataObject;
	/** How the vendor's form for reliability metrics differs. */
	metrics?: {
		resource?: string;
		/** What stands for a service in _Group By_. */
		service?: string;
		options?: IDataObject;
		/** True where the vendor does not show who answered when. */
		isAnswerUnknown?: boolean;
	};
}

/** Each vendor's own with what its file says. */
export const PLAYED = loadThose(VENDOR_FOLDERS.map((folder) => `test/${folder}/played`))
	.map(({ played }) => played as Played)
	.map((played) => ({
		...played,
		own: VENDOR_FILES.find(({ vendor }) => vendor === played.vendor) as VendorFile,
	}));
