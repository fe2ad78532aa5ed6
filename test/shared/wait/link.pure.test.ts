import { ownLinkIn } from '../../../nodes/shared/wait/link';

const OWN = 'https://n8n.example.com/hooks/webhook-waiting/12/node-1?signature=abc';
const LINK = 'https://n8n.example.com/hooks/webhook-waiting/4711/6f1c-9a?key=k1&signature=def';

it.each([
	['alone', LINK],
	['at the end of a sentence', `Approve here: ${LINK}.`],
	['in Markdown', `[Approve](${LINK}) or call`],
	['in angle brackets', `<${LINK}>`],
	['in quotes', `"${LINK}"`],
	['in lines', `May I?\n\nApprove or decline here: ${LINK}\n\nWithout an answer …`],
	['as HTML has it', LINK.replace('&', '&amp;')],
	['after others', `https://example.com https://n8n.example.com/hooks/webhook/1 ${LINK}`],
])('finds it %s', (_, text) => expect(ownLinkIn([null, 5, {}, text], OWN)).toBe(LINK));

it.each([
	['another scheme', LINK.replace('https', 'http')],
	['another host', LINK.replace('n8n.example.com', 'n8n.example.com.evil.example')],
	['a host behind a sign-in', LINK.replace('https://', 'https://n8n.example.com@evil.example/')],
	['a sign-in', LINK.replace('https://', 'https://anna:secret@')],
	['another port', LINK.replace('.com/', '.com:444/')],
	['another path', LINK.replace('/hooks/', '/')],
	['a test address', LINK.replace('webhook-waiting', 'webhook-test')],
	['a path that leaves', LINK.replace('/4711/', '/../4711/')],
	['a deeper path', LINK.replace('6f1c-9a', '6f1c-9a/more')],
	['a shorter path', LINK.replace('/6f1c-9a', '')],
	['no execution', LINK.replace('4711', 'latest')],
	['an odd node', LINK.replace('6f1c-9a', 'a;b')],
	['no key', LINK.replace('key=k1&', '')],
	['an empty signature', LINK.replace('def', '')],
	['no address', 'Nothing'],
	['half an address', 'https://'],
])('takes none with %s', (_, text) => expect(ownLinkIn([text], OWN)).toBeUndefined());

it('takes the last of a text, for what was asked stands before it, and the first text that has one', () => {
	const other = LINK.replace('k1', 'k2');
	expect(ownLinkIn([`${other} ${LINK}`, other], OWN)).toBe(LINK);
	expect(ownLinkIn(['Nothing', LINK, other], OWN)).toBe(LINK);
});

it('finds it in a text that looks like it all over', () => {
	const text = `${'https://n8n.example.com/hooks/webhook-waiting/'.repeat(20_000)} ${LINK}`;
	expect(ownLinkIn([text], OWN)).toBe(LINK);
});
