/**
 * Which changes of a conversation are held: all up to and including `upTo`, and some `beyond` it (rising, with a hole before them).
 */
export type Revisions = { upTo: number; beyond: readonly number[] };

export const heldUpTo = (rev: number): Revisions => ({ upTo: rev, beyond: [] });

const close = ({ upTo, beyond }: Revisions): Revisions => {
  let end = upTo;
  const rest = [...beyond].sort((left, right) => left - right).filter((rev) => rev > end);
  while (rest[0] === end + 1) end = rest.shift() ?? end;
  return { upTo: end, beyond: rest };
};

/** One more change is held. */
export const withRevision = (held: Revisions, rev: number): Revisions =>
  rev <= held.upTo || held.beyond.includes(rev) ? held : close({ upTo: held.upTo, beyond: [...held.beyond, rev] });

/** Everything up to `rev` is held. */
export const caughtUp = (held: Revisions, rev: number): Revisions =>
  rev <= held.upTo ? held : close({ upTo: rev, beyond: held.beyond });
