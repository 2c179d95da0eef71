import { GROUP_SIZE } from "../data/people.ts";
import type { Scene } from "../load/requests.ts";
import type { Line } from "../report.ts";
import { builds, processorSeconds, type Rival, type Stage, startStage } from "../stage.ts";

/** How many frames a group of two hundred gets of what its people do, and the time of the processor that these take: a count needs no quiet machine. */

const SCENES: Scene[] = [
  "one message, read by all within 2 s",
  "ten messages in 10 s, half read on sight",
  "one types for 9 s",
  "twenty type for 9 s",
];

const lineOf = async (what: string, rival: Rival, act: () => Promise<Record<string, number>>): Promise<Line> => {
  const before = processorSeconds(rival);
  const frames = await act();
  const all = Object.values(frames).reduce((sum, count) => sum + count, 0);
  const figures = { ...frames, all, "processor s": processorSeconds(rival) - before };
  return { goal: "", what: `${rival.name}: ${what}`, figures };
};

const linesOf = async (stage: Stage, rival: Rival): Promise<Line[]> => {
  const { url, load } = rival;
  const seats = await stage.seats(rival, GROUP_SIZE, "group");
  const lines = [await lineOf(`${GROUP_SIZE} come within 10 s`, rival, () => load.ask("gather", { url, seats }))];
  for (const name of SCENES) lines.push(await lineOf(name, rival, () => load.ask("scene", { name })));
  return lines;
};

export const crowd = async (): Promise<Line[]> => {
  const stage = await startStage(...builds());
  try {
    const lines: Line[] = [];
    for (const rival of stage.rivals) lines.push(...(await linesOf(stage, rival)));
    return lines;
  } finally {
    await stage.stop();
  }
};
