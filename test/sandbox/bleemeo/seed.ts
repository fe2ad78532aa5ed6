export const bleemeoUser = { email: '', password: '', clientId: '' };
