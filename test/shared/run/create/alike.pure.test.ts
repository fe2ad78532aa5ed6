import type { IDataObject } from 'n8n-workflow';

import {
	agreement,
	chosen,
	chosenSet,
	flag,
	likenessOf,
	members,
	moment,
	notStored,
	writtenText,
} from '../../../../nodes/shared/run/create/alike';

const traits = {
	title: writtenText('title'),
	body: writtenText('body', { isOurs: true }),
	severity: chosen('severity'),
	owners: chosenSet('owners', { whenAbsent: [] }),
	at: moment('at'),
	alerts: flag('alerts', true),
	custom: members('custom'),
	how: notStored,
};
const row = {
	title: 'Disk full',
	body: 'host A',
	severity: { id: 2, label: 'sev-1' },
	owners: [
		{ id: 'don:1', display_id: 'DEVU-1' },
		{ id: 'don:2', display_id: 'DEVU-2' },
	],
	at: '2026-11-28T10:00:00.000Z',
	alerts: true,
	custom: { tnt__a: 'x', tnt__b: 2 },
};
const without = (field: string) =>
	Object.fromEntries(Object.entries(row).filter(([name]) => name !== field)) as IDataObject;
const sent = { title: 'Disk full', body: 'host A' };

it.each([
	['all of it', { ...sent, severity: 2, owners: ['DEVU-2', 'don:1'], custom: { tnt__a: 'x' } }],
	['what says how to make it', { ...sent, how: 'anything' }],
	['a time that was cut to the second', { ...sent, at: '2026-11-28T11:00:00.750+01:00' }],
	['the standard of a switch', { ...sent, alerts: true }],
	['a field that nobody has named', { ...sent, number: 7 }],
])('agrees: %s', (_, object) =>
	expect(agreement(traits, object, { ...row, number: '7' }, true)).toBe('same'),
);

it.each([
	['another text', { ...sent, body: 'host B' }],
	['another choice', { ...sent, severity: 3 }],
	['one owner less', { ...sent, owners: ['DEVU-1'] }],
	['another second', { ...sent, at: '2026-11-28T10:00:01Z' }],
	['the switch the other way', { ...sent, alerts: false }],
	['another custom field', { ...sent, custom: { tnt__b: 3 } }],
	['another value of a field that nobody has named', { ...sent, number: 8 }],
])('does not agree: %s', (_, object) =>
	expect(agreement(traits, object, { ...row, number: 7 }, true)).toBe('other'),
);

it('a moment to the millisecond is compared to the millisecond', () => {
	const times = { at: moment('at') };
	const at = '2026-11-28T10:00:00.250Z';
	expect(agreement(times, { at }, { at: '2026-11-28T10:00:00.250123Z' }, true)).toBe('same');
	expect(agreement(times, { at }, { at: '2026-11-28T10:00:00.251Z' }, true)).toBe('other');
});

it('what was not sent, and only we could have filled in, is unclear', () =>
	expect(agreement(traits, { title: 'Disk full' }, row, true)).toBe('unclear'));

it('what the object does not show has to be read, and is unclear where no reading shows it', () => {
	const list = without('body');
	expect(agreement(traits, sent, list, false)).toBe('unread');
	expect(agreement(traits, sent, list, true)).toBe('unclear');
});

it('what a whole object leaves out is empty where the vendor does so', () => {
	const bare = without('owners');
	expect(agreement(traits, { ...sent, owners: ['DEVU-1'] }, bare, true)).toBe('other');
	expect(agreement(traits, sent, bare, true)).toBe('same');
});

it('what could be taken for each other has one likeness, everything else another', () => {
	const like = (object: object) => likenessOf(traits, { ...sent, ...object });
	expect(like({ title: 'Disk  full 🔥' })).toBe(like({}));
	expect(like({ owners: ['b', 'a'] })).toBe(like({ owners: ['a', 'b'] }));
	for (const other of [{ body: 'host B' }, { severity: 1 }, { extra: 1 }]) {
		expect(like(other)).not.toBe(like({}));
	}
});
