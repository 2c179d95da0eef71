import type { Clock } from "#lib/domain/ports.ts";

type Made = { value: string; until: Date };

/** Something that is worth something for a while: made when it is asked for, and once for all who ask meanwhile. */
export const createRenewed = ({ make, clock }: { make: () => Promise<Made>; clock: Clock }) => {
  let held: Promise<Made> | undefined;

  const drop = (asked: Promise<Made>): void => {
    if (held === asked) held = undefined;
  };

  const ask = (): Promise<Made> => {
    if (held) return held;
    const made = make();
    held = made;
    made.catch(() => drop(made));
    return made;
  };

  return {
    get: async (): Promise<string> => {
      const asked = ask();
      const { value, until } = await asked;
      if (until > clock()) return value;
      drop(asked);
      return (await ask()).value;
    },
    /** What was made so far is worth nothing any more. */
    forget: (): void => {
      held = undefined;
    },
  };
};
