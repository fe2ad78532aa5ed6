import type { FaultRule } from '../../sandbox';
import { searchList } from '../../support/lookup';
import { suite } from '../../support/suite';
import { VENDORS } from '../../support/vendorCases';

const ENCODINGS: { [name: string]: (secret: string) => string } = {
	plain: (secret) => secret,
	url: (secret) => [...secret].map((x) => `%${x.charCodeAt(0).toString(16)}`).join(''),
	base64: (secret) => Buffer.from(`user:${secret}`).toString('base64'),
	base64url: (secret) => Buffer.from(`x${secret}`).toString('base64url'),
	html: (secret) => [...secret].map((x) => `&#${x.charCodeAt(0)};`).join(''),
	unicode: (secret) =>
		[...secret].map((x) => `\\u${x.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
	tags: (secret) => `${secret.slice(0, 6)}<b>${secret.slice(6)}</b>`,
	hex: (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
};

/** Where a vendor, or what stands before it, can put what it was sent. */
const PLACES: { [name: string]: (echo: string) => FaultRule } = {
	message: (echo) => ({
		status: 400,
		body: {
			error: { message: `Bad: ${echo}`, code: 1, errors: [echo] },
			message: `Bad: ${echo}`,
			detail: `Bad: ${echo}`,
			errors: [{ field: echo, message: `Bad: ${echo}`, code: echo }],
		},
	}),
	code: (echo) => ({
		status: 400,
		body: { code: echo, type: echo, subtype: echo, message: 'Bad' },
	}),
	'request ID': (echo) => ({
		status: 400,
		headers: { 'x-request-id': encodeURI(echo) },
		body: { message: 'Bad', requestId: echo, reference_id: echo },
	}),
	page: (echo) => ({ status: 403, contentType: 'text/html', body: `<p>Denied for ${echo}</p>` }),
	redirect: (echo) => ({
		status: 307,
		headers: { Location: `/moved/${encodeURIComponent(echo)}?token=${encodeURIComponent(echo)}` },
		body: '',
	}),
};

describe.each(VENDORS.map((one) => [one.name, one] as const))('%s', (_, one) => {
	const on = suite(one.vendor, one.credential, one.node);
	const secretOf = () => String(on.sandbox.credentials[one.credential][one.secret as never]);

	describe.each(Object.entries(PLACES))('echoed in the %s', (_, place) => {
		it.each(Object.entries(ENCODINGS))(
			'%s: it is in nothing that leaves the node',
			async (_, encode) => {
				const echo = encode(secretOf());
				const rule = { times: Infinity, ...place(echo) };
				on.sandbox.fault(one.vendor, { method: 'POST', path: one.createPath, ...rule });
				on.sandbox.fault(one.vendor, { path: one.searchPath, ...rule });
				const one_ = await on.run(one.create(on));
				const many = await on.run(one.create(on), { onError: 'continueErrorOutput' });
				const call = { node: one.node, credentials: on.credentials({}) };
				const list = await searchList(call, one.search).then(
					() => undefined,
					(error: unknown) => error as { message: string; description?: string },
				);
				expect(one_.error).toBeDefined();
				expect(list).toBeDefined();
				const { error } = one_;
				const all = JSON.stringify([
					[error, error?.message, error?.description],
					[many.items, many.failed, many.hints],
					[list, list?.message, list?.description],
				]);
				for (const form of [secretOf(), echo, encodeURI(echo), encodeURIComponent(echo)]) {
					expect(all.toLowerCase()).not.toContain(JSON.stringify(form).slice(1, -1).toLowerCase());
				}
			},
		);
	});
});
