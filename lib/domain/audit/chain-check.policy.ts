import { type ChainLink, GENESIS, hashOf } from "./chain.policy.ts";

/** What is wrong first: where, and why. */
export type ChainFault = { seq: number; reason: "place" | "link" | "content" | "head" | "cut" };

type Given = {
  key: string;
  /** What was put down outside the database: the hash of the entry at that place, at that time. */
  heads: ReadonlyMap<number, string>;
};

/** An entry that has no form as JSON was not written by us. */
const hashOrNothing = (key: string, prevHash: string, link: ChainLink): string | undefined => {
  try {
    return hashOf(key, prevHash, link);
  } catch {
    return undefined;
  }
};

/** Looks at one entry after the other, from the first on, and holds no more than the last. */
export const createChainCheck = ({ key, heads }: Given) => {
  const newest = [...heads.keys()].reduce((most, seq) => Math.max(most, seq), 0);
  let count = 0;
  let prevHash = GENESIS;

  const faultOf = (link: ChainLink): ChainFault["reason"] | undefined => {
    if (link.seq !== count + 1) return "place";
    if (link.prevHash !== prevHash) return "link";
    if (link.hash !== hashOrNothing(key, prevHash, link)) return "content";
    const head = heads.get(link.seq);
    return head === undefined || head === link.hash ? undefined : "head";
  };

  return {
    /** The fault of this entry, of which what follows cannot be judged any more. */
    next: (link: ChainLink): ChainFault | undefined => {
      const reason = faultOf(link);
      if (reason) return { seq: count + 1, reason };
      count += 1;
      prevHash = link.hash;
      return undefined;
    },
    /** After the last entry: whether there were more once. */
    end: (): ChainFault | undefined => (newest > count ? { seq: count + 1, reason: "cut" } : undefined),
    count: (): number => count,
  };
};
