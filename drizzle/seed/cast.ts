import { contracts } from "./content/contracts.ts";
import { endings } from "./content/endings.ts";
import { friends, friendsAcrossLanguages, meetings } from "./content/friends.ts";
import { livingHouse } from "./content/living-house.ts";
import { livingPlans } from "./content/living-plans.ts";
import { livingRepairs } from "./content/living-repairs.ts";
import { arrivals, movingIn } from "./content/moving-in.ts";
import { openings } from "./content/openings.ts";
import { otherLanguages } from "./content/other-languages.ts";
import { questions } from "./content/questions.ts";
import type { Story, ThreadPlan } from "./content/threads.ts";
import { viewings } from "./content/viewings.ts";
import type { Random } from "./random.ts";
import type { Language, Phase, Scene, Side } from "./scene.ts";

export const allScenes: Scene[] = [
  ...openings,
  ...questions,
  ...viewings,
  ...contracts,
  ...arrivals,
  ...movingIn,
  ...livingRepairs,
  ...livingHouse,
  ...livingPlans,
  ...endings,
  ...meetings,
  ...friends,
  ...friendsAcrossLanguages,
  ...otherLanguages,
];

/** So many scenes of a phase; `fill` takes as many as the conversation is still short of. */
type Act = { phase: Phase; scenes: number | "fill" };

/** What comes in which order. The last scene of the last act is cut so that the conversation ends as planned. */
const acts: Record<Story, Act[]> = {
  question: [
    { phase: "opening", scenes: 1 },
    { phase: "question", scenes: "fill" },
  ],
  viewing: [
    { phase: "opening", scenes: 1 },
    { phase: "question", scenes: "fill" },
    { phase: "viewing", scenes: 1 },
    { phase: "contract", scenes: 2 },
  ],
  declined: [
    { phase: "opening", scenes: 1 },
    { phase: "question", scenes: "fill" },
    { phase: "ending", scenes: 1 },
  ],
  settled: [
    { phase: "opening", scenes: 1 },
    { phase: "question", scenes: 3 },
    { phase: "viewing", scenes: 1 },
    { phase: "contract", scenes: 3 },
    { phase: "arrival", scenes: 1 },
    { phase: "moving-in", scenes: 3 },
    { phase: "living", scenes: "fill" },
  ],
  home: [
    { phase: "opening", scenes: 1 },
    { phase: "question", scenes: 4 },
    { phase: "viewing", scenes: 1 },
    { phase: "contract", scenes: 5 },
    { phase: "arrival", scenes: 1 },
    { phase: "moving-in", scenes: 5 },
    { phase: "living", scenes: "fill" },
  ],
  friends: [
    { phase: "meeting", scenes: 1 },
    { phase: "friends", scenes: "fill" },
  ],
};

const isToldAtOnce = ({ wait }: Scene["lines"][number]) => wait.kind !== "at";

/** How many messages in a row, ending at `index`, one side wrote. */
const runEndingAt = (lines: Scene["lines"], index: number): number => {
  let length = 0;
  while (lines[index - length]?.by === lines[index]?.by && index - length >= 0) length += 1;
  return length;
};

/** The longest beginning of the scene that ends as wished: by that side, after at least `run` messages of theirs, without an appointment. */
export const cutToEnd = (scene: Scene, { by, run }: { by: Side; run: number }): Scene | null => {
  for (let index = scene.lines.length - 1; index >= 0; index -= 1) {
    const lines = scene.lines.slice(0, index + 1);
    const isTurn = scene.lines[index]?.by === by && scene.lines[index + 1]?.by !== by;
    if (isTurn && runEndingAt(lines, index) >= run && lines.every(isToldAtOnce)) return { ...scene, lines };
  }
  return null;
};

type Stage = { has: string[]; languages: Language[] };

/**
 * Hands out scenes: those that were told least often first, by chance among equals, so that neighbouring conversations
 * differ; never one twice in a conversation.
 */
export const createCast = (random: Random) => {
  const told = new Map<string, number>();

  const fits = (scene: Scene, { has, languages }: Stage) =>
    (scene.language === null || languages.includes(scene.language)) && scene.needs.every((need) => has.includes(need));

  const leastTold = (candidates: Scene[]): Scene | undefined => {
    // What is in the conversation's own language is rare and therefore goes first.
    const order = (scene: Scene) => (scene.language === null ? (told.get(scene.key) ?? 0) : -1);
    const least = Math.min(...candidates.map(order));
    const rarest = candidates.filter((scene) => order(scene) === least);
    return rarest.length === 0 ? undefined : random.pick(rarest);
  };

  const take = (phase: Phase, stage: Stage, used: Set<string>, shape: (scene: Scene) => Scene | null): Scene | undefined => {
    const candidates = allScenes
      .filter((scene) => scene.phase === phase && !used.has(scene.key) && fits(scene, stage))
      .map(shape)
      .filter((scene) => scene !== null);
    const scene = leastTold(candidates);
    if (!scene) return undefined;
    used.add(scene.key);
    told.set(scene.key, (told.get(scene.key) ?? 0) + 1);
    return scene;
  };

  const whole = (scene: Scene) => scene;
  const lengthOf = (scenes: Scene[]) => scenes.reduce((sum, scene) => sum + scene.lines.length, 0);

  const takeUntil = (phase: Phase, stage: Stage, used: Set<string>, isEnough: (taken: Scene[]) => boolean): Scene[] => {
    const taken: Scene[] = [];
    while (!isEnough(taken)) {
      const scene = take(phase, stage, used, whole);
      if (!scene) break;
      taken.push(scene);
    }
    return taken;
  };

  /** The scenes of one conversation in their order; `has` is what its house offers. */
  return (plan: ThreadPlan, has: string[]): Scene[] => {
    const stage: Stage = { has, languages: plan.languages ?? [] };
    const used = new Set<string>();
    const { by, unread } = plan.ends;
    const storyActs = acts[plan.story];
    const lastAct = storyActs.at(-1);
    const final = lastAct && take(lastAct.phase, stage, used, (scene) => cutToEnd(scene, { by, run: Math.max(1, unread) }));
    if (!final) throw new Error(`No scene of a "${plan.story}" can end as ${JSON.stringify(plan.ends)}.`);

    const fixed = storyActs.map(({ phase, scenes }, index) => {
      const wanted = scenes === "fill" ? 0 : scenes - (index === storyActs.length - 1 ? 1 : 0);
      return takeUntil(phase, stage, used, (taken) => taken.length >= wanted);
    });
    const missing = plan.messages - lengthOf(fixed.flat()) - final.lines.length;
    const filled = storyActs.flatMap(({ phase, scenes }, index) =>
      scenes === "fill" ? takeUntil(phase, stage, used, (taken) => lengthOf(taken) >= missing) : (fixed[index] ?? []),
    );
    return [...filled, final];
  };
};
