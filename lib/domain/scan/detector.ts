import type { Mark } from "./concept-index.ts";
import { areNear, type Concept, follows, marksOf, type Reading } from "./reading.ts";
import { demanded, meant, type Stance } from "./stance.ts";

type Concepts = readonly Concept[];

/** A text and how it is meant, with the questions that detectors put to it. Distances are in words. */
export type Scene = {
  reading: Reading;
  stance: Stance;
  /** All places of these concepts, however they are meant. */
  any: (...concepts: Concepts) => readonly Mark[];
  /** Those that are not denied, told of others, or in a warning. */
  meant: (...concepts: Concepts) => readonly Mark[];
  /** Those that the other one is asked for. */
  demanded: (...concepts: Concepts) => readonly Mark[];
  near: typeof areNear;
  follows: typeof follows;
};

type Question = (...concepts: Concepts) => readonly Mark[];

/** Detectors ask the same questions: each is answered once. */
const remembered = (answer: Question): Question => {
  const known = new Map<string, readonly Mark[]>();
  return (...concepts) => {
    const key = concepts.join();
    const before = known.get(key);
    if (before) return before;
    const marks = answer(...concepts);
    known.set(key, marks);
    return marks;
  };
};

export const sceneOf = (reading: Reading, stance: Stance): Scene => ({
  reading,
  stance,
  any: remembered((...concepts) => marksOf(reading, ...concepts)),
  meant: remembered((...concepts) => meant(reading, stance, ...concepts)),
  demanded: remembered((...concepts) => demanded(reading, stance, ...concepts)),
  near: areNear,
  follows,
});

/** Whether what it looks for is in there. */
export type Detector = (scene: Scene) => boolean;
