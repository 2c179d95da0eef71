import type { ChainEntry, ChainLink } from "../chain.policy.ts";
import { bind, makeChain, OTHER_KEY } from "./made-chain.ts";

/** What somebody did to a log. `seq`: the first place at which it can be told, where there is but one. */
export type Tampering = { name: string; chain: ChainLink[]; seq?: number };

/** A value that the types do not know, as a table may hold once its columns have other types. */
const asStored = (link: Record<keyof ChainLink, unknown>): ChainLink => link as ChainLink;

const flip = (hash: string, place: number): string =>
  hash.slice(0, place) + (hash[place] === "0" ? "1" : "0") + hash.slice(place + 1);

/** What a changed entry may look like: every field, and every type that looks alike. */
const edits: Record<string, (link: ChainLink) => Partial<Record<keyof ChainLink, unknown>>> = {
  "a later place": ({ seq }) => ({ seq: seq + 1 }),
  "no place": () => ({ seq: 0 }),
  "a place as text": ({ seq }) => ({ seq: String(seq) }),
  "a place and a half": ({ seq }) => ({ seq: seq + 0.5 }),
  "a millisecond later": ({ at }) => ({ at: new Date(Date.parse(at) + 1).toISOString() }),
  "the same time written otherwise": ({ at }) => ({ at: at.replace("Z", "+00:00") }),
  "no time": () => ({ at: null }),
  "a time that never is": () => ({ at: undefined }),
  "somebody else": () => ({ actorId: "01900000-0000-7000-8000-999999999999" }),
  "nobody, or somebody": ({ actorId }) => ({ actorId: actorId === null ? "null" : null }),
  "another act": () => ({ action: "user.warned" }),
  "an act in capitals": ({ action }) => ({ action: action.toUpperCase() }),
  "an act with a space": ({ action }) => ({ action: `${action} ` }),
  "another kind of subject": () => ({ subjectType: "alert" }),
  "another subject": () => ({ subjectId: "01900000-0000-7000-8000-888888888888" }),
  "no details": () => ({ details: {} }),
  "details that are nothing": () => ({ details: null }),
  "details as text": ({ details }) => ({ details: JSON.stringify(details) }),
  "details in a list": ({ details }) => ({ details: [details] }),
  "one detail more": ({ details }) => ({ details: { ...(details as object), more: true } }),
  "one detail less": ({ details }) => ({ details: { ...(details as object), until: undefined } }),
  "a number as text": ({ seq, details }) => ({ details: { ...(details as object), days: String(seq) } }),
  "a number a little off": ({ seq, details }) => ({ details: { ...(details as object), days: seq + 1e-9 } }),
  "a yes as text": ({ details }) => ({ details: { ...(details as object), isFinal: "true" } }),
  "a yes as one": ({ details }) => ({ details: { ...(details as object), isFinal: 1 } }),
  "nothing as text": ({ details }) => ({ details: { ...(details as object), until: "null" } }),
  "a list in another order": ({ details }) => ({ details: { ...(details as object), parts: ["two", 1, { three: 3 }] } }),
  "a number that is none": ({ details }) => ({ details: { ...(details as object), days: Number.NaN } }),
  "a hash with another beginning": ({ hash }) => ({ hash: flip(hash, 0) }),
  "a hash with another end": ({ hash }) => ({ hash: flip(hash, 63) }),
  "a shorter hash": ({ hash }) => ({ hash: hash.slice(0, 63) }),
  "a hash in capitals": ({ hash }) => ({ hash: `A${hash.slice(1)}`.toUpperCase() }),
  "no hash": () => ({ hash: null }),
  "an empty hash": () => ({ hash: "" }),
  "another hash before": ({ prevHash }) => ({ prevHash: flip(prevHash, 31) }),
  "its own hash before": ({ hash }) => ({ prevHash: hash }),
  "no hash before": () => ({ prevHash: null }),
};

const edited = (chain: ChainLink[]): Tampering[] =>
  Object.entries(edits).flatMap(([name, edit]) =>
    chain.map((link, index) => ({
      name: `${name}, at ${link.seq}`,
      chain: chain.with(index, asStored({ ...link, ...edit(link) })),
      seq: link.seq,
    })),
  );

const renumber = (chain: ChainLink[]): ChainLink[] => chain.map((link, index) => ({ ...link, seq: index + 1 }));

/** Who has no key takes away, puts in and moves about, and numbers anew what is left. */
const withoutKey = (chain: ChainLink[]): Tampering[] =>
  chain.flatMap((link, index) => {
    const { seq } = link;
    const less = chain.toSpliced(index, 1);
    const twice = chain.toSpliced(index, 0, link);
    const swapped = chain.toSpliced(index, 2, ...chain.slice(index, index + 2).reverse());
    const invented = chain.toSpliced(index, 0, { ...link, action: "user.lifted", hash: flip(link.hash, 5) });
    const early = chain.slice(index);
    const later = chain.slice(0, index);
    const isLast = index === chain.length - 1;
    return [
      { name: `${seq} taken away`, chain: less, seq },
      { name: `${seq} taken away, the rest moved up`, chain: renumber(less), seq },
      { name: `${seq} twice`, chain: twice, seq: seq + 1 },
      { name: `${seq} twice, the rest moved down`, chain: renumber(twice), seq: seq + 1 },
      { name: `${seq} once more at the end`, chain: renumber([...chain, link]), seq: chain.length + 1 },
      { name: `one made up before ${seq}`, chain: renumber(invented), seq },
      ...(isLast ? [] : [{ name: `${seq} and the next swapped`, chain: swapped, seq }]),
      ...(isLast ? [] : [{ name: `${seq} and the next swapped with their places`, chain: renumber(swapped), seq }]),
      ...(index === 0 ? [] : [{ name: `all before ${seq} cut off`, chain: early, seq: 1 }]),
      ...(index === 0 ? [] : [{ name: `all before ${seq} cut off, the rest moved up`, chain: renumber(early), seq: 1 }]),
      { name: `all from ${seq} on cut off`, chain: later, seq },
    ];
  });

const changed = (entry: ChainEntry): ChainEntry => ({ ...entry, action: "user.lifted", details: { nothing: "to see" } });

/** Who binds what they wrote anew, with our key or another. */
const boundAnew = (chain: ChainLink[]): Tampering[] => {
  const elsewhere = makeChain(chain.length, { life: 5 });
  return chain.flatMap(({ seq, prevHash }, index) => {
    const before = chain.slice(0, index);
    const rest = chain.slice(index);
    const rewritten = rest.with(0, { ...rest[0], ...changed(chain[index] as ChainLink) } as ChainLink);
    const less = chain.slice(index + 1).map((link) => ({ ...link, seq: link.seq - 1 }));
    return [
      { name: `from ${seq} on bound with another key`, chain: [...before, ...bind(rest, OTHER_KEY, prevHash)], seq },
      {
        name: `${seq} changed, the rest bound with another key`,
        chain: [...before, ...bind(rewritten, OTHER_KEY, prevHash)],
        seq,
      },
      { name: `${seq} changed, the rest bound with our key`, chain: [...before, ...bind(rewritten, undefined, prevHash)] },
      { name: `${seq} taken away, the rest bound with our key`, chain: [...before, ...bind(less, undefined, prevHash)] },
      { name: `from ${seq} on, what another log of ours holds`, chain: [...before, ...elsewhere.slice(index)] },
      {
        name: `from ${seq} on, another life with our key`,
        chain: [...before, ...bind(elsewhere.slice(index), undefined, prevHash)],
      },
    ];
  });
};

/** Everything that was thought of that can be done to a log whose last head is of its last entry. */
export const tamperings = (chain: ChainLink[]): Tampering[] => [
  ...edited(chain),
  ...withoutKey(chain),
  ...boundAnew(chain),
  { name: "all of it with another key", chain: makeChain(chain.length, { key: OTHER_KEY }), seq: 1 },
  { name: "all of it anew with our key", chain: makeChain(chain.length, { life: 9 }) },
  { name: "all of it anew with our key, and longer", chain: makeChain(chain.length + 20, { life: 9 }) },
  { name: "nothing left", chain: [], seq: 1 },
  { name: "backwards", chain: renumber(chain.toReversed()), seq: 1 },
];
