'use strict';

/*
 * With GENERATE=1 or MESSAGES=1: notes every text that the code of this package gives a user while the tests run. All
 * failures are put into words by one function, and all notices leave by another.
 */
if (process.env.GENERATE === '1' || process.env.MESSAGES === '1') {
	const { noteFailure, noteNotice, noteWarning, writeMessages } = require('./messages');
	const explain = require('../../nodes/shared/ground/explain');
	const outcome = require('../../nodes/shared/run/outcome');
	const trigger = require('../../nodes/shared/trigger/failure');

	const { explain: words, explainOpen } = explain;
	explain.explain = (...given) => noteFailure(words(...given), given[1], given[2]);
	explain.explainOpen = (...given) =>
		noteFailure(explainOpen(...given), given[1], { action: 'Open the credential' });
	const { addHints } = outcome;
	outcome.addHints = (context, client, remarks) => {
		for (const text of [...client.notices, ...remarks]) noteNotice(text, client.vendor);
		addHints(context, client, remarks);
	};
	const { logWarning } = trigger;
	trigger.logWarning = (context, text) => {
		noteWarning(text);
		logWarning(context, text);
	};
	afterAll(writeMessages);
}
