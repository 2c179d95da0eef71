/** What a saved reply leaves open; doubled, so that braces of one's own stay one's own. */
export const gapFor = (variable: string): string => `{{${variable}}}`;

/** What saved replies have left open in a text. It is found by how it looks, so that no reload and no other tab forgets it. */
export const gapsIn = (text: string): string[] => [...new Set(text.match(/\{\{[a-z]+\}\}/g))];
