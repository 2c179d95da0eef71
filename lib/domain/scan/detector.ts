import type { Mark } from "./concept-index.ts";
import { areNear, type Concept, follows, inOrder, marksOf, type Reading } from "./reading.ts";
import { demanded, meant, type Stance, wanted } from "./stance.ts";

type Concepts = readonly Concept[];

/** A text and how it is meant, with the questions that detectors put to it. Distances are in words. */
export type Scene = {
  reading: Reading;
  stance: Stance;
  /** All places of these concepts, however they are meant. */
  any: (...concepts: Concepts) => readonly Mark[];
  /** Those that are not denied, told of others, or in a warning. */
  meant: (...concepts: Concepts) => readonly Mark[];
  /** Those that the other one is asked for, here or elsewhere. */
  wanted: (...concepts: Concepts) => readonly Mark[];
  /** Those that the other one is asked for, and not on the platform. */
  demanded: (...concepts: Concepts) => readonly Mark[];
  near: typeof areNear;
  follows: typeof follows;
};

type Question = (...concepts: Concepts) => readonly Mark[];

const NOWHERE: readonly Mark[] = [];

/**
 * Detectors ask the same questions: each is answered once, and of several concepts from the answers to each. Most concepts stand nowhere
 * in a text: of these nothing is asked.
 */
const remembered = ({ marks }: Reading, answer: (concept: Concept) => readonly Mark[]): Question => {
  const known = new Map<string, readonly Mark[]>();
  const knownOr = (key: string, find: () => readonly Mark[]): readonly Mark[] => {
    const before = known.get(key);
    if (before) return before;
    const found = find();
    known.set(key, found);
    return found;
  };
  const ofOne = (concept: Concept) => knownOr(concept, () => answer(concept));
  return (...concepts) => {
    const first = concepts.findIndex((concept) => marks.has(concept));
    const only = concepts[first];
    if (only === undefined) return NOWHERE;
    const present = concepts.filter((concept, index) => index >= first && marks.has(concept));
    return present.length === 1 ? ofOne(only) : knownOr(present.join(), () => inOrder(present.map(ofOne)));
  };
};

export const sceneOf = (reading: Reading, stance: Stance): Scene => ({
  reading,
  stance,
  any: remembered(reading, (concept) => marksOf(reading, concept)),
  meant: remembered(reading, (concept) => meant(reading, stance, concept)),
  wanted: remembered(reading, (concept) => wanted(reading, stance, concept)),
  demanded: remembered(reading, (concept) => demanded(reading, stance, concept)),
  near: areNear,
  follows,
});

/** Whether what it looks for is in there. */
export type Detector = (scene: Scene) => boolean;
