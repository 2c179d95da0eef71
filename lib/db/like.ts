/** What a person types as a pattern for LIKE that finds just that text: its `%`, `_` and `\` mean themselves. */
export const literally = (text: string): string => text.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`);
