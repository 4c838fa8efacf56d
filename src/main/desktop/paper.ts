/** The paper of each theme, as in the interface's tokens: what a window shows before its page has drawn. */
export const paper = { light: '#faf6ee', dark: '#201a15' } as const;
