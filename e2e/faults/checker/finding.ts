/** What each rule says; the numbers are those of the checker's description in docs/reliability.md. */
export const rules = {
  C1: "what was acknowledged is there once, as it was written",
  C2: "what was refused is not there, and nothing is that nobody wrote",
  C3: "one id, one message, one piece of news",
  C4: "seq counts 1, 2, 3 … and a place holds one message for everybody",
  C5: "one outbox's messages stand in their order",
  C6: "a device takes in one message after the other, and the news of one connection comes in order",
  C7: "after the fault everybody holds what the server holds",
  C8: "every unread count equals a recount",
  C9: "marks never fall, and read never passes delivered",
  C10: "nobody receives a word of a conversation that is not theirs",
  C11: "who has signed out, left or been blocked sends and hears nothing more",
  C12: "what was acknowledged or told is in the table at once",
  C14: "the server logged no defect and answered none",
} as const;
export type Rule = keyof typeof rules;

/** A broken rule, with the lines of the history that show it. */
export type Finding = { rule: Rule; what: string; lines: number[] };
