'use strict';

/*
 * With GENERATE=1 or MESSAGES=1: notes every text that the code of this package gives a user while the tests run. All
 * failures are put into words by one function, and all notices leave by another.
 */
if (process.env.GENERATE === '1' || process.env.MESSAGES === '1') {
	const { noteFailure, noteNotice, noteWarning, writeMessages } = require('./messages');

	/**
	 * @param {string} file
	 * @param {(actual: any) => Record<string, (...given: any[]) => any>} noted the functions that note what passes
	 */
	const noting = (file, noted) =>
		jest.mock(file, () => {
			const actual = jest.requireActual(file);
			return { ...actual, ...noted(actual) };
		});

	noting('../../nodes/shared/ground/explain', ({ explain, explainOpen }) => ({
		explain: (...given) => noteFailure(explain(...given), given[1], given[2]),
		explainOpen: (...given) =>
			noteFailure(explainOpen(...given), given[1], { action: 'Open the credential' }),
	}));
	noting('../../nodes/shared/run/outcome', ({ addHints }) => ({
		addHints: (context, client, remarks) => {
			for (const text of [...client.notices, ...remarks]) noteNotice(text, client.vendor);
			addHints(context, client, remarks);
		},
	}));
	noting('../../nodes/shared/trigger/failure', ({ logWarning }) => ({
		logWarning: (context, text) => {
			noteWarning(text);
			logWarning(context, text);
		},
	}));
	afterAll(writeMessages);
}
