/** What may stand in a saved reply, on both sides of the wire. Apart from the schemas, which a browser does not load. */

/** `from` and `to` are the days of the booking, `room` is its room; `name` is the other person's first name. */
export const replyVariables = ["name", "room", "home", "from", "to"] as const;
export type ReplyVariable = (typeof replyVariables)[number];

export const replyLimits = { titleCharacters: 60, textCharacters: 2_000, ofLandlord: 50 } as const;

const BRACES = /\{([^{}]*)\}/g;

const isVariable = (name: string): name is ReplyVariable => replyVariables.some((variable) => variable === name);

/** What stands in braces and is no variable: a mistake in writing, which would be sent as it stands. */
export const unknownVariables = (text: string): string[] =>
  [...text.matchAll(BRACES)].flatMap(([braces, name = ""]) => (isVariable(name) ? [] : [braces]));

export type FilledReply = {
  text: string;
  /** What could not be filled in, as it stands in the text (`{room}`), each once. */
  gaps: string[];
};

/** A reply with what is known in the place of its variables. What is filled in is not looked through again. */
export const fillReply = (text: string, values: Partial<Record<ReplyVariable, string>>): FilledReply => {
  const gaps = new Set<string>();
  const filled = text.replace(BRACES, (braces, name: string) => {
    const value = isVariable(name) ? values[name] : undefined;
    if (value === undefined) gaps.add(braces);
    return value ?? braces;
  });
  return { text: filled, gaps: [...gaps] };
};
