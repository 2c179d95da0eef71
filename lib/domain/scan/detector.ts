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

/** Detectors ask the same questions: each is answered once, and of several concepts from the answers to each. */
const remembered = (answer: (concept: Concept) => readonly Mark[]): Question => {
  const known = new Map<string, readonly Mark[]>();
  const knownOr = (key: string, find: () => readonly Mark[]): readonly Mark[] => {
    const before = known.get(key);
    if (before) return before;
    const marks = find();
    known.set(key, marks);
    return marks;
  };
  const ofOne = (concept: Concept) => knownOr(concept, () => answer(concept));
  return (...concepts) => {
    const [only] = concepts;
    if (only !== undefined && concepts.length === 1) return ofOne(only);
    return knownOr(concepts.join(), () => inOrder(concepts.map(ofOne)));
  };
};

export const sceneOf = (reading: Reading, stance: Stance): Scene => ({
  reading,
  stance,
  any: remembered((concept) => marksOf(reading, concept)),
  meant: remembered((concept) => meant(reading, stance, concept)),
  wanted: remembered((concept) => wanted(reading, stance, concept)),
  demanded: remembered((concept) => demanded(reading, stance, concept)),
  near: areNear,
  follows,
});

/** Whether what it looks for is in there. */
export type Detector = (scene: Scene) => boolean;
