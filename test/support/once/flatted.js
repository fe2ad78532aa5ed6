module.exports = loadOnce('flatted');
