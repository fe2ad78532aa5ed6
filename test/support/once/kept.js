module.exports = /** @type {typeof import('../kept')} */ (loadOnce('./kept'));
