/** Loads a module once for all test files of a worker, also by its path; see `environment.js`. */
declare const loadOnce: NodeJS.Require;
