import { bundleWith } from "../../e2e/faults/bugs/plant.ts";
import { type Line, median } from "../report.ts";
import { type Build, builds, processorSeconds, type Rival, startStage } from "../stage.ts";

/** G11: which share of the processor's time of a send the scan and the metrics take, by builds without them, in turns. */

const SEATS = 100;
const RATE = Number(process.env.BENCH_RATE ?? 300);
const SECONDS = 2;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 6);

const CONTENT = "lib/domain/messages/content.policy.ts";
const METRICS = "lib/infra/prometheus.ts";
const WATCH = "lib/domain/messages/delivery-watch.ts";

const withoutRules = {
  file: CONTENT,
  find: "const { outcome, rules } = scan(content, STRANGERS);",
  replace: 'const { outcome, rules } = { outcome: "allow", rules: [] };',
};
const WITHOUT = {
  "the rules": [withoutRules],
  "rules and fingerprints": [
    withoutRules,
    {
      file: CONTENT,
      find: "fingerprint: isWorthComparing(content) ? fingerprintOf(content) : null,",
      replace: "fingerprint: null,",
    },
  ],
  metrics: [
    { file: METRICS, find: "counters.get(name)?.inc(closed(name, labels), by)", replace: "undefined" },
    { file: METRICS, find: "histograms.get(name)?.observe(closed(name, labels), value)", replace: "undefined" },
    { file: METRICS, find: "  collectDefaultMetrics({ register: registry });\n", replace: "" },
    { file: WATCH, find: "      if (places.length === 0) return;\n", replace: "      if (places) return;\n" },
  ],
};
const GOALS: Record<string, number> = { "the rules": 0.1, metrics: 0.03 };

const buildOf = async ([name, edits]: [string, (typeof WITHOUT)["metrics"]]): Promise<Build> => ({
  name,
  file: await bundleWith(`without-${name.replace(/\W+/g, "-")}`, edits),
});

/** Milliseconds of the processor for each message, at a rate that leaves both cores room. */
const costOf = async (rival: Rival, seconds = SECONDS): Promise<number> => {
  const before = processorSeconds(rival);
  const { sent, acked } = await rival.load.ask("send", { rate: RATE, seconds, receivers: 1 });
  if (acked < sent) throw new Error(`${rival.name} has taken ${acked} of ${sent} messages`);
  return ((processorSeconds(rival) - before) / sent) * 1_000;
};

export const cost = async (): Promise<Line[]> => {
  const stage = await startStage(...builds(), ...(await Promise.all(Object.entries(WITHOUT).map(buildOf))));
  try {
    for (const rival of stage.rivals) {
      await rival.load.ask("connect", { url: rival.url, seats: await stage.seats(rival, SEATS), atOnce: 10 });
      await costOf(rival, SECONDS * 2);
    }
    const costs: Record<string, number[]> = {};
    for (let round = 0; round < ROUNDS; round += 1) {
      // To and fro: where the machine is left alone more and more, whoever comes last would look cheapest.
      const turns = round % 2 === 0 ? stage.rivals : stage.rivals.toReversed();
      for (const rival of turns) costs[rival.name] = [...(costs[rival.name] ?? []), await costOf(rival)];
    }
    const costOfAll = (name: string): number => median(costs[name] ?? []);
    const shareOf = (name: string): number => 1 - costOfAll(name) / costOfAll("product");
    return [
      {
        goal: "G11",
        what: "a send: ms of the processor",
        figures: Object.fromEntries(builds().map((name) => [name, costOfAll(name)])),
      },
      ...Object.keys(WITHOUT).map((name): Line => {
        const [share, goal] = [shareOf(name), GOALS[name]];
        const line = { goal: "G11", what: `share of ${name}`, figures: { share, "ms without": costOfAll(name) } };
        return goal === undefined ? line : { ...line, what: `${line.what} (${goal})`, met: share <= goal };
      }),
    ];
  } finally {
    await stage.stop();
  }
};
