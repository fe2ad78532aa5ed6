import { exists, filesBelow, textOf } from '../support/files';
import { VENDOR_FOLDERS } from '../support/vendorFile';

/** Where the code says where a fact comes from, and the documents where something is held. */
const CODE = ['nodes', 'credentials', 'test'].flatMap((folder) =>
	['.ts', '.js'].flatMap((ending) => filesBelow(folder, ending)),
);
const DOCUMENTS = ['CONTRIBUTING.md', 'README.md', ...filesBelow('docs', '.md')];

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsOf(file: string): string[] {
	return textOf(file)
		.split('\n')
		.filter((line) => /^#+ /.test(line))
		.map((line) =>
			line
				.replace(/^#+ /, '')
				.toLowerCase()
				.replace(/[^\p{L}\p{N}\s_-]/gu, '')
				.trim()
				.replace(/\s/g, '-'),
		);
}

const REFERENCE = /\bdocs\/[\w/-]+\.md(?:#[\w-]+)?/g;

it('every document that a comment refers to is there, with its heading: correct the comment or the heading', () => {
	const references = [...CODE, ...DOCUMENTS].flatMap((file) =>
		[...textOf(file).matchAll(REFERENCE)].map(([target]) => ({ file, target })),
	);
	expect(references.length).toBeGreaterThan(75 * VENDOR_FOLDERS.length);
	const anchors = new Map<string, string[]>();
	const broken = references.filter(({ target }) => {
		const [document, anchor] = target.split('#');
		if (!exists(document)) return true;
		if (!anchors.has(document)) anchors.set(document, anchorsOf(document));
		return anchor !== undefined && !anchors.get(document)?.includes(anchor);
	});
	expect(broken.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
});

it('every file that a document names is there: correct the document', () => {
	const named = DOCUMENTS.flatMap((file) =>
		[...textOf(file).matchAll(/`((?:nodes|test|credentials|examples)\/[\w./-]+\w)`/g)].map(
			([, target]) => ({ file, target }),
		),
	);
	expect(named.length).toBeGreaterThan(5 * VENDOR_FOLDERS.length);
	const broken = named.filter(({ target }) => !exists(target));
	expect(broken.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
});

it('nothing refers to a document that the repository does not have', () => {
	const strange = CODE.filter((file) => !file.endsWith('references.contract.test.ts')).filter(
		(file) =>
			/\bsheets?\b(?! of paper)|\bDESIGN\b/.test(textOf(file).replace(/spreadsheets?/gi, '')),
	);
	expect(strange).toEqual([]);
});
