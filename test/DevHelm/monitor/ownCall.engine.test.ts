import axios from 'axios';

import { DevHelm } from '../../../nodes/DevHelm/DevHelm.node';
import { suite } from '../../support/suite';
import { READ_HEADERS } from '../incidents';

const on = suite('devHelm', 'devHelmApi', new DevHelm());

/** A list as somebody asks for it with a call of their own: these filters are in no form. */
async function list(query: string) {
	const { status, data } = await axios.get<{ data: Array<{ name: string }> }>(
		`${on.sandbox.url('devHelm')}/api/v1/monitors?${query}`,
		{ headers: READ_HEADERS, proxy: false, validateStatus: () => true },
	);
	return { status, names: status === 200 ? data.data.map(({ name }) => name) : data };
}

const everyone = ['Checkout page', 'Müller Zahlungen API', 'Nightly backup', 'Staging shop'];

it.each([
	['status=paused', ['Staging shop']],
	['status=active', everyone.slice(0, 3)],
	// The official file: `enabled` goes before its other word.
	['status=active&enabled=false', ['Staging shop']],
	['tag=internal', ['Nightly backup']],
	['tag=internal&tags=payments', everyone.slice(0, 3)],
	['sort=name,desc', [...everyone].reverse()],
	['sort=type,asc&status=active', ['Nightly backup', ...everyone.slice(0, 2)]],
])('the official file knows %s, and the sandbox obeys it', async (query, names) => {
	expect(await list(query)).toEqual({ status: 200, names });
});

it.each(['status=on', 'sort=colour', 'sort=name,up'])('the sandbox refuses %s', async (query) => {
	expect(await list(query)).toMatchObject({ status: 400 });
});
