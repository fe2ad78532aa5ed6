import { CREDENTIALS } from '../support/catalogue';

/** What an address can answer to a credential's test, other than with success. */
const STATUSES = [301, 302, 307, 308, 401, 403, 404, 407, 429, 500, 502, 503, 504];

it.each(CREDENTIALS.map((credential) => [credential.name, credential] as const))(
	'%s has a sentence for each answer, with what to do',
	(_, { test }) => {
		const said = new Map(
			(test?.rules ?? []).flatMap(({ type, properties }) =>
				type === 'responseCode' ? [[properties.value, properties.message] as const] : [],
			),
		);
		const silent = STATUSES.filter(
			(status) => !/^[A-Z].{20,}[:.] ?.+\.$/.test(said.get(status) ?? ''),
		);
		expect(silent).toEqual([]);
	},
);

it('a credential that is refused says so by its own fields, not only the vendor', () => {
	const refusals = CREDENTIALS.map(
		({ test }) =>
			test?.rules?.find(({ properties }) => 'value' in properties && properties.value === 401)
				?.properties.message,
	);
	expect(new Set(refusals).size).toBe(CREDENTIALS.length);
});
