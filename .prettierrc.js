module.exports = {
	semi: true,
	trailingComma: 'all',
	useTabs: true,
	tabWidth: 2,
	singleQuote: true,
	endOfLine: 'lf',
	printWidth: 100,
};
