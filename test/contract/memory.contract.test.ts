import { LAYOUT } from '../../nodes/shared/ground/memory';
import { Turns } from '../../nodes/shared/ground/turns';
import { Ledger } from '../../nodes/shared/run/create/ledger';
import { Claims } from '../../nodes/shared/trigger/claims';
import { Lane } from '../../nodes/shared/trigger/lane';
import { Gate } from '../../nodes/shared/wire/gate';
import { filesBelow, textOf } from '../support/files';
import { VENDOR_FILES } from '../support/vendorFile';

/** What each copy of the code may have for itself: it spares work, and harms nobody when there are two. */
const OWN = [
	...VENDOR_FILES.flatMap(({ ownState = [] }) => ownState),
	'nodes/shared/ground/deadline.ts: listening',
	'nodes/shared/run/assemble.ts: forms',
];

const SOURCES = [...filesBelow('nodes', '.ts'), ...filesBelow('credentials', '.ts')];

/** What a file makes at its top level, by the words that follow the equals sign. */
const statesOf = (file: string, made: RegExp) =>
	[...textOf(file).matchAll(/^(?:export )?(const|let) (\w+)[^=\n]*= ?(.*)$/gm)]
		.filter(([, kind, , value]) => kind === 'let' || made.test(value))
		.map(([, , name]) => `${file}: ${name}`);

it('state of modules is shared by all copies of the code: make it by `remembered`, or say here why not', () => {
	// What begins empty is filled later; what begins full is a constant.
	const states = SOURCES.flatMap((file) => statesOf(file, /^(new \w+(<.*>)?\(\)|\[\]|\{\});?$/));
	expect(states.sort()).toEqual(OWN);
});

it('what is shared is this', () => {
	expect(SOURCES.flatMap((file) => statesOf(file, /^remembered\(/)).sort()).toEqual([
		'nodes/shared/alerts/dealt.ts: dealt',
		'nodes/shared/run/create/ledger.ts: ledgers',
		'nodes/shared/trigger/claims.ts: claims',
		'nodes/shared/trigger/poll.ts: busy',
		'nodes/shared/trigger/readWithin.ts: lanes',
		'nodes/shared/trigger/repeats.ts: queues',
		'nodes/shared/trigger/repeats.ts: recent',
		'nodes/shared/wire/gate.ts: gates',
	]);
});

/** Methods and fields, those of its objects included. */
const partsOf = (Class: { prototype: object; new (): object }) =>
	[...Object.keys(new Class()), ...Object.getOwnPropertyNames(Class.prototype)].sort().join(' ');

it('objects that copies share are as the layout says: raise LAYOUT in nodes/shared/ground/memory.ts with them', () => {
	const shared = { Gate, Ledger, Claims, Lane, Turns };
	const parts = Object.entries(shared).map(([name, Class]) => [name, partsOf(Class)]);
	expect({ LAYOUT, ...Object.fromEntries(parts) }).toEqual({
		LAYOUT: 1,
		Gate: 'constructor enter forget inFlight inTurn isLimited lastCut lastUse leave pause pauseMs pausedUntil queue skewMs turns waiting wake width',
		Ledger:
			'aheadMs begin claim claims constructor hasTwin knewBefore made madeLike noteTwin owns record see seen settle showings turns twins unsettled',
		Claims: 'constructor forgetOldest known patienceMs settle settlers take',
		Lane: 'began board constructor end flights held inTurn isUsedUp running start waiting',
		Turns: 'constructor inTurn last',
	});
});
