/** What may stand in a saved reply, on both sides of the wire. Apart from the schemas, which a browser does not load. */

/** `from` and `to` are the days of the booking, `room` is its room; `name` is the other person's first name. */
export const replyVariables = ["name", "room", "home", "from", "to"] as const;
export type ReplyVariable = (typeof replyVariables)[number];

export const replyLimits = { titleCharacters: 60, textCharacters: 2_000, ofLandlord: 50 } as const;

/** What stands in braces. */
export const BRACES = /\{([^{}]*)\}/g;

export const isVariable = (name: string): name is ReplyVariable => replyVariables.some((variable) => variable === name);

/** What stands in braces and is no variable: a mistake in writing, which would be sent as it stands. */
export const unknownVariables = (text: string): string[] =>
  [...text.matchAll(BRACES)].flatMap(([braces, name = ""]) => (isVariable(name) ? [] : [braces]));
