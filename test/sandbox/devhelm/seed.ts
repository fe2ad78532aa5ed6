export const devHelmKey = '';
