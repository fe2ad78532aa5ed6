export const devRevToken = '';
