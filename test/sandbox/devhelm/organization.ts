/** Never 1, so that a header with a wrong default is noticed. */
export const organizationId = 4711;
export const workspaceId = 52;
