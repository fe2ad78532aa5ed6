module.exports = loadOnce('yaml');
