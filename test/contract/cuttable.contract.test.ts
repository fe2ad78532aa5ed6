import { COMBINED_ONLY, VENDORS } from '../../packages/vendors';
import { exists, filesBelow, foldersBelow, textOf } from '../support/files';
import { VENDOR_FOLDERS } from '../support/vendorFile';

/** The packages for one vendor are cut from this tree (packages/cut.js). What all of them get names no vendor. */
const NAMES = new RegExp(VENDOR_FOLDERS.join('|'), 'i');
const ofVendor = (file: string) => NAMES.test(file.split('/').slice(0, 3).join('/'));
const isCombined = (file: string) =>
	Object.keys(COMBINED_ONLY).some((path) => file === path || file.startsWith(`${path}/`));

const SHARED = [
	...['.ts', '.md'].flatMap((ending) => filesBelow('nodes/shared', ending)),
	...['.ts', '.js'].flatMap((ending) => filesBelow('test', ending)),
]
	.filter((file) => !ofVendor(file))
	.filter((file) => !isCombined(file));

it('every vendor has a package, and every folder of packages a vendor', () => {
	expect(VENDORS.map(({ folder }) => folder)).toEqual(VENDOR_FOLDERS);
	expect(foldersBelow('packages')).toEqual(
		[...VENDOR_FOLDERS.map((folder) => folder.toLowerCase()), 'common'].sort(),
	);
});

it('what all packages share names no vendor: move it to the vendor, ask its vendor.ts, or give the reason in packages/vendors.js', () => {
	expect(SHARED.length).toBeGreaterThan(200);
	const naming = SHARED.flatMap((file) =>
		textOf(file)
			.split('\n')
			.flatMap((line, index) => (NAMES.test(line) ? `${file}:${index + 1}: ${line.trim()}` : [])),
	);
	expect(naming).toEqual([]);
});

it('what is kept from the cut trees is there, with its reason', () => {
	const kept = [COMBINED_ONLY, ...VENDORS.map(({ without = {} }) => without)].flatMap(
		Object.entries,
	);
	expect(kept.filter(([path, reason]) => !exists(path) || reason.length < 5)).toEqual([]);
});
