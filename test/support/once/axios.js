module.exports = loadOnce('axios');
